package dev.stagedoor.providers.sandbox.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.fake.InMemorySandboxMemory;
import dev.stagedoor.domain.sandbox.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private final InMemorySandboxMemory memory = new InMemorySandboxMemory();
  private final Shelf<Counter> shelf = new Shelf<>(memory, "counters", Counter.class);

  /** Something that is counted. */
  public record Counter(int count, Instant at, @Nullable String note) {
    public boolean isMany() {
      return count > 1;
    }
  }

  private static Counter counter(int count) {
    return new Counter(count, Instant.parse("2025-06-01T10:00:00.123456Z"), null);
  }

  @Test
  void aThingComesBackAsItWasKept() {
    assertThat(shelf.add("one", counter(5))).isTrue();

    assertThat(shelf.find("one")).contains(counter(5));
    assertThat(shelf.newest(10)).containsExactly(counter(5));
    assertThat(shelf.newestIds(10)).containsExactly("one");
    assertThat(shelf.find("two")).isEmpty();
  }

  @Test
  void onlyWhatAThingIsMadeOfIsKept() {
    shelf.add("one", counter(5));

    assertThat(memory.find("counters", "one").orElseThrow().json())
        .isEqualTo("{\"count\":5,\"at\":\"2025-06-01T10:00:00.123456Z\",\"note\":null}");
  }

  @Test
  void whatANewerVersionHasAddedDoesNotHarm() {
    memory.save(
        new Remembered(
            "counters",
            "one",
            0,
            "{\"count\":1,\"at\":\"2025-06-01T10:00:00Z\",\"colour\":\"red\"}"));

    assertThat(shelf.find("one").orElseThrow().count()).isEqualTo(1);
  }

  @Test
  void whatIsNoSuchThingIsAnError() {
    memory.save(new Remembered("counters", "one", 0, "{\"count\":\"many\"}"));

    assertThatIllegalArgumentException().isThrownBy(() -> shelf.find("one"));
  }

  @Test
  void aSecondThingUnderOneIdIsNotKept() {
    shelf.add("one", counter(5));

    assertThat(shelf.add("one", counter(6))).isFalse();
    assertThat(shelf.find("one")).contains(counter(5));
  }

  @Test
  void aChangeTellsBeforeAndAfterAndNothingIsSavedForNothing() {
    shelf.add("one", counter(5));

    assertThat(shelf.change("one", known -> counter(known.count() + 1)))
        .contains(new Shelf.Change<>(counter(5), counter(6)));
    assertThat(shelf.change("one", known -> known))
        .contains(new Shelf.Change<>(counter(6), counter(6)));
    assertThat(shelf.change("two", known -> known)).isEmpty();
    assertThat(memory.find("counters", "one").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void changesOfManyAtOnceAllCount() throws Exception {
    shelf.add("one", counter(0));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> changes = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        changes.add(threads.submit(() -> shelf.change("one", known -> counter(known.count() + 1))));
      }
      for (Future<?> change : changes) {
        change.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(shelf.find("one").orElseThrow().count()).isEqualTo(400);
  }

  @Test
  void whatIsForgottenIsGone() {
    shelf.add("one", counter(5));
    shelf.forget("one");

    assertThat(shelf.find("one")).isEmpty();
  }
}
