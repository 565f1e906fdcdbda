package dev.stagedoor.domain.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryStoreTest {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryStore.Table<String, Integer> one = store.table();
  private final InMemoryStore.Table<String, Integer> other = store.table();

  @Test
  void allTablesRollBackTogether() {
    put(one, "a", 1);
    put(other, "b", 1);

    assertThatThrownBy(
            () ->
                store.write(
                    () -> {
                      one.put("a", 2);
                      other.remove("b");
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(store.read(() -> one.find("a"))).contains(1);
    assertThat(store.read(() -> other.find("b"))).contains(1);
  }

  @Test
  void whatIsCommittedStaysAfterALaterRollback() {
    put(one, "a", 1);
    assertThatThrownBy(() -> store.write(() -> one.find("missing").orElseThrow()))
        .isInstanceOf(RuntimeException.class);

    assertThat(store.read(() -> one.find("a"))).contains(1);
  }

  @Test
  void workThatJoinsIsCommittedWithTheOuterWork() {
    assertThatThrownBy(
            () ->
                store.write(
                    () -> {
                      put(one, "a", 1);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(store.read(() -> one.find("a"))).isEmpty();
  }

  @Test
  void aFailureOfWorkThatJoinedCannotBeSwallowed() {
    assertThatThrownBy(
            () ->
                store.write(
                    () -> {
                      put(one, "a", 1);
                      try {
                        store.write(() -> one.find("missing").orElseThrow());
                      } catch (RuntimeException swallowed) {
                        return "went on";
                      }
                      return "done";
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.read(() -> one.find("a"))).isEmpty();
  }

  @Test
  void workThatOnlyReadsCanNeitherWriteNorLock() {
    assertThatThrownBy(() -> store.read(() -> one.lock("a")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                store.read(
                    () -> {
                      one.put("a", 1);
                      return "put";
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.read(() -> store.write(() -> "joined")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isOpenOnlyInside() {
    assertThat(store.isOpen()).isFalse();
    assertThat(store.<Boolean>read(store::isOpen)).isTrue();
    assertThat(store.isOpen()).isFalse();
  }

  private void put(InMemoryStore.Table<String, Integer> table, String key, int value) {
    store.write(
        () -> {
          table.put(key, value);
          return value;
        });
  }
}
