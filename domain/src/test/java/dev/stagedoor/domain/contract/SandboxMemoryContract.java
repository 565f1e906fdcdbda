package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.sandbox.Remembered;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link SandboxMemory} does. Each clause uses a collection of its own. */
public interface SandboxMemoryContract {
  SandboxMemory memory();

  private static String aCollection() {
    return "things-" + UUID.randomUUID();
  }

  private static String withoutSpaces(Remembered thing) {
    return thing.json().replaceAll("\\s", "");
  }

  @Test
  default void whatWasNeverSavedIsAbsent() {
    assertThat(memory().find(aCollection(), "nobody")).isEmpty();
    assertThat(memory().newest(aCollection(), 10)).isEmpty();
  }

  @Test
  default void whatWasSavedIsFoundWithItsNextVersion() {
    String things = aCollection();

    assertThat(memory().save(new Remembered(things, "one", 0, "{\"name\":\"Zoë \\\"Z\\\"\"}")))
        .isTrue();

    Remembered found = memory().find(things, "one").orElseThrow();
    assertThat(found.collection()).isEqualTo(things);
    assertThat(found.id()).isEqualTo("one");
    assertThat(found.version()).isEqualTo(1);
    assertThat(withoutSpaces(found)).isEqualTo("{\"name\":\"Zoë\\\"Z\\\"\"}");
  }

  @Test
  default void aThingIsChangedUnderItsStoredVersion() {
    String things = aCollection();
    memory().save(new Remembered(things, "one", 0, "{\"a\":1}"));

    assertThat(memory().save(new Remembered(things, "one", 1, "{\"a\":2}"))).isTrue();

    Remembered found = memory().find(things, "one").orElseThrow();
    assertThat(found.version()).isEqualTo(2);
    assertThat(withoutSpaces(found)).isEqualTo("{\"a\":2}");
  }

  @Test
  default void aStaleVersionIsRefusedAndChangesNothing() {
    String things = aCollection();
    memory().save(new Remembered(things, "one", 0, "{\"a\":1}"));
    memory().save(new Remembered(things, "one", 1, "{\"a\":2}"));

    assertThat(memory().save(new Remembered(things, "one", 1, "{\"a\":3}"))).isFalse();

    assertThat(withoutSpaces(memory().find(things, "one").orElseThrow())).isEqualTo("{\"a\":2}");
  }

  @Test
  default void aThingThatExistsIsNotNew() {
    String things = aCollection();
    memory().save(new Remembered(things, "one", 0, "{\"a\":1}"));

    assertThat(memory().save(new Remembered(things, "one", 0, "{\"a\":2}"))).isFalse();

    assertThat(withoutSpaces(memory().find(things, "one").orElseThrow())).isEqualTo("{\"a\":1}");
  }

  @Test
  default void aThingThatDoesNotExistCannotBeChanged() {
    String things = aCollection();

    assertThat(memory().save(new Remembered(things, "one", 1, "{}"))).isFalse();

    assertThat(memory().find(things, "one")).isEmpty();
  }

  @Test
  default void theNewestComeFirstAndAChangeMakesNothingNewer() {
    String things = aCollection();
    for (String id : List.of("first", "second", "third")) {
      memory().save(new Remembered(things, id, 0, "{}"));
    }
    memory().save(new Remembered(things, "first", 1, "{\"a\":1}"));

    assertThat(memory().newest(things, 10))
        .extracting(Remembered::id)
        .containsExactly("third", "second", "first");
    assertThat(memory().newest(things, 2))
        .extracting(Remembered::id)
        .containsExactly("third", "second");
  }

  @Test
  default void collectionsDoNotMix() {
    String things = aCollection();
    String others = aCollection();
    memory().save(new Remembered(things, "one", 0, "{\"a\":1}"));

    assertThat(memory().find(others, "one")).isEmpty();
    assertThat(memory().newest(others, 10)).isEmpty();
    assertThat(memory().save(new Remembered(others, "one", 0, "{\"a\":2}"))).isTrue();
    assertThat(withoutSpaces(memory().find(things, "one").orElseThrow())).isEqualTo("{\"a\":1}");
  }

  @Test
  default void whatIsForgottenIsAbsentAndMayBeNewAgain() {
    String things = aCollection();
    memory().save(new Remembered(things, "one", 0, "{\"a\":1}"));
    memory().save(new Remembered(things, "two", 0, "{\"a\":1}"));

    memory().forget(things, "one");
    memory().forget(things, "one");

    assertThat(memory().find(things, "one")).isEmpty();
    assertThat(memory().newest(things, 10)).extracting(Remembered::id).containsExactly("two");
    assertThat(memory().save(new Remembered(things, "one", 0, "{\"a\":2}"))).isTrue();
  }

  @Test
  default void ofManyThatSaveOneVersionExactlyOneDoes()
      throws InterruptedException, ExecutionException {
    String things = aCollection();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> saves = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Remembered thing = new Remembered(things, "one", 0, "{\"a\":" + i + "}");
        saves.add(threads.submit(() -> memory().save(thing)));
      }
      int saved = 0;
      for (Future<Boolean> save : saves) {
        saved += save.get() ? 1 : 0;
      }
      assertThat(saved).isEqualTo(1);
      assertThat(memory().find(things, "one").orElseThrow().version()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
