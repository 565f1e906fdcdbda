package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.EventSamples.aPlan;
import static dev.stagedoor.domain.fixture.EventSamples.anEvent;
import static dev.stagedoor.domain.fixture.EventSamples.anEventId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.domain.fixture.Race;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of events must do. */
public interface EventRepositoryContract extends RepositoryContract {
  EventRepository events();

  @Test
  default void anUnknownEventIsAbsent() {
    onFile(anEvent(anAccountOnFile()));

    assertThat(write(() -> events().find(anEventId()))).isEmpty();
    assertThat(write(() -> events().lock(anEventId()))).isEmpty();
  }

  @Test
  default void anEventComesBackAsItWasAdded() {
    Event.Plan odd =
        new Event.Plan(
            "Zoë's \"Light\" नमस्ते",
            NOW.plusSeconds(1),
            Optional.empty(),
            ZoneId.of("+05:30"),
            "",
            "One line,\nand another.",
            new ContactData(Map.of("Wébsite", "https://example.org/?a=\"b\"\\", "email", "")));
    Event bare = onFile(Event.of(anEventId(), anAccountOnFile(), odd, NOW.plusSeconds(5)));
    Event full = onFile(anEvent(anAccountOnFile()));

    for (Event added : List.of(bare, full)) {
      assertSame(stored(added.id()), added);
      assertSame(write(() -> events().lock(added.id()).orElseThrow()), added);
      assertThat(stored(added.id()).version()).isEqualTo(1);
    }
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Event added = onFile(anEvent(anAccountOnFile()));
    Event.Plan next =
        new Event.Plan(
            "Another evening",
            NOW.plusSeconds(60),
            Optional.empty(),
            ZoneId.of("Asia/Kolkata"),
            "The garden",
            "",
            new ContactData(Map.of("website", "https://example.org")));

    change(added.id(), event -> event.change(next, NOW.plusSeconds(9)));

    Event stored = stored(added.id());
    assertThat(stored.plan()).isEqualTo(next);
    assertThat(stored.updatedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(stored.createdAt()).isEqualTo(NOW);
    assertThat(stored.organiser()).isEqualTo(added.organiser());
    assertThat(stored.version()).isEqualTo(2);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Event added = onFile(anEvent(anAccountOnFile()));
    delay(added, 1);
    run(
        () -> {
          delay(events().find(added.id()).orElseThrow(), 1);
          delay(events().lock(added.id()).orElseThrow(), 1);
        });

    assertThat(stored(added.id()).updatedAt()).isEqualTo(NOW);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Event added = onFile(anEvent(anAccountOnFile()));
    Event mine = stored(added.id());
    change(added.id(), event -> delay(event, 1));
    delay(mine, 2);

    assertStale(() -> run(() -> events().save(mine)));

    assertThat(stored(added.id()).updatedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  default void anEventThatIsThereIsNotAddedAgain() {
    Event added = onFile(anEvent(anAccountOnFile()));
    Event again = Event.of(added.id(), anAccountOnFile(), aPlan(NOW, Optional.empty()), NOW);

    assertStale(() -> run(() -> events().add(again)));

    assertSame(stored(added.id()), added);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Event changed = onFile(anEvent(anAccountOnFile()));
    Event added = anEvent(anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      events().add(added);
                      Event event = events().lock(changed.id()).orElseThrow();
                      delay(event, 1);
                      events().save(event);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> events().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).updatedAt()).isEqualTo(NOW);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Event added = onFile(anEvent(anAccountOnFile()));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(added.id(), event -> delay(event, 1));
          }
          return true;
        });

    assertThat(stored(added.id()).updatedAt()).isEqualTo(NOW.plusSeconds(20));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Event event = anEvent(anAccountOnFile());

    assertNeedsUnitOfWork(() -> events().find(event.id()));
    assertNeedsUnitOfWork(() -> events().lock(event.id()));
    assertNeedsUnitOfWork(() -> events().add(event));
    assertNeedsUnitOfWork(() -> events().save(event));
  }

  private Event onFile(Event event) {
    run(() -> events().add(event));
    return event;
  }

  private Event stored(EventId id) {
    return write(() -> events().find(id).orElseThrow());
  }

  private void change(EventId id, Consumer<Event> change) {
    run(
        () -> {
          Event event = events().lock(id).orElseThrow();
          change.accept(event);
          events().save(event);
        });
  }

  /** Notes a change so much after the last one. */
  private static void delay(Event event, long seconds) {
    event.change(event.plan(), event.updatedAt().plusSeconds(seconds));
  }

  private static void assertSame(Event actual, Event expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
