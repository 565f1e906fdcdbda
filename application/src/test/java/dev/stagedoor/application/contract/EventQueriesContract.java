package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.EventSamples.anEvent;
import static dev.stagedoor.domain.fixture.EventSamples.anEventId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.events.StoredEvent;
import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every read side of events must do. */
public interface EventQueriesContract extends RepositoryContract {
  PageRequest EVERYTHING = new PageRequest(1, PageRequest.MAX_LIMIT);

  EventQueries queries();

  EventRepository events();

  TicketedEventRepository tickets();

  AccountRepository accounts();

  @Override
  default UserId anAccountOnFile() {
    return anAccountOnFile("Ada", "Lovelace");
  }

  private UserId anAccountOnFile(String first, String last) {
    Account account = anAccount().called(first, last).active().build();
    run(() -> accounts().save(account));
    return account.id();
  }

  @Test
  default void whatIsUnknownIsAbsent() {
    onFile(anEvent(anAccountOnFile()));

    assertThat(write(() -> queries().event(anEventId()))).isEmpty();
    assertThat(organised(aUserId())).isEmpty();
  }

  @Test
  default void anEventComesWithItsOrganiserAndItsTickets() {
    UserId organiser = anAccountOnFile("Zoë", "");
    Event event = onFile(anEvent(organiser));
    TicketedEvent tickets = tickets(event.id(), organiser);
    tickets.enable(SANDBOX, NOW);
    tickets.link(aRef(), Optional.empty(), NOW);
    tickets.told(
        Optional.of(SaleStatus.LIVE),
        Optional.of(URI.create("https://tickets.example.org/1")),
        NOW.plusSeconds(1),
        NOW.plusSeconds(2));
    run(() -> tickets().add(tickets));
    onFile(anEvent(anAccountOnFile()));

    StoredEvent alone = write(() -> queries().event(event.id())).orElseThrow();
    List<StoredEvent> listed = organised(organiser);
    List<StoredEvent> upcoming =
        upcoming(NOW).stream().filter(row -> row.event().id().equals(event.id())).toList();

    assertThat(listed).hasSize(1);
    assertThat(upcoming).hasSize(1);
    for (StoredEvent row : List.of(alone, listed.get(0), upcoming.get(0))) {
      assertThat(row.organiserName()).isEqualTo("Zoë");
      assertThat(row.event().snapshot())
          .usingRecursiveComparison()
          .ignoringFields("version")
          .isEqualTo(event.snapshot());
      assertThat(row.event().version()).isEqualTo(1);
      assertThat(row.tickets().orElseThrow().snapshot())
          .usingRecursiveComparison()
          .ignoringFields("version")
          .isEqualTo(tickets.snapshot());
      assertThat(row.tickets().orElseThrow().version()).isEqualTo(1);
    }
  }

  @Test
  default void anEventWithoutTicketsHasNobodyElses() {
    UserId organiser = anAccountOnFile();
    Event without = onFile(anEvent(organiser, NOW.plusSeconds(1)));
    Event other = onFile(anEvent(organiser, NOW.plusSeconds(2)));
    run(() -> tickets().add(tickets(other.id(), organiser)));
    Event namesake = onFile(anEvent(organiser, NOW.plusSeconds(3)));
    Subject show = new Subject("show", namesake.id().value());
    run(() -> tickets().add(TicketedEvent.without(show, organiser, NOW)));

    assertThat(write(() -> queries().event(without.id())).orElseThrow().tickets()).isEmpty();
    assertThat(organised(organiser))
        .extracting(row -> row.event().id(), row -> row.tickets().isPresent())
        .containsExactly(
            tuple(namesake.id(), false), tuple(other.id(), true), tuple(without.id(), false));
  }

  @Test
  default void aChangedEventIsListedAsItIsNow() {
    UserId organiser = anAccountOnFile();
    Event event = onFile(anEvent(organiser));
    Event.Plan plan = event.plan();
    Event.Plan next =
        new Event.Plan(
            "Called off",
            plan.startsAt(),
            Optional.of(NOW.plus(Duration.ofDays(8))),
            plan.timeZone(),
            plan.venue(),
            plan.description(),
            ContactData.none());
    run(
        () -> {
          Event found = events().lock(event.id()).orElseThrow();
          found.change(next, NOW.plusSeconds(1));
          events().save(found);
        });

    assertThat(organised(organiser))
        .singleElement()
        .extracting(row -> row.event().plan())
        .isEqualTo(next);
    assertThat(ids(upcoming(NOW.plus(Duration.ofDays(8)).minusMillis(1)))).contains(event.id());
    assertThat(ids(upcoming(NOW.plus(Duration.ofDays(8))))).doesNotContain(event.id());
  }

  @Test
  default void eventsThatAreNotOverComeInTheOrderTheyBegin() {
    // Far ahead, so that everybody else's are over.
    Instant now = NOW.plus(Duration.ofDays(1000));
    UserId organiser = anAccountOnFile();
    Event later = onFile(anEvent(organiser, now.plusSeconds(60)));
    Event longOn =
        onFile(anEvent(organiser, now.minus(Duration.ofDays(90)), Optional.of(now.plusSeconds(1))));
    Event next = onFile(anEvent(organiser, now.plusSeconds(1), Optional.empty()));
    Event today = onFile(anEvent(organiser, now.minus(Duration.ofHours(23)), Optional.empty()));
    Event over = onFile(anEvent(organiser, now.minusSeconds(60), Optional.of(now)));
    Event aDayAgo = onFile(anEvent(organiser, now.minus(Duration.ofDays(1)), Optional.empty()));

    assertThat(ids(upcoming(now)))
        .containsExactly(longOn.id(), today.id(), next.id(), later.id())
        .doesNotContain(over.id(), aDayAgo.id());
    Page<StoredEvent> page = write(() -> queries().upcoming(now, new PageRequest(2, 3)));
    assertThat(page.total()).isEqualTo(4);
    assertThat(ids(page.items())).containsExactly(later.id());
  }

  @Test
  default void whatSomebodyOrganisesComesLatestFirstWithWhatIsOver() {
    UserId organiser = anAccountOnFile();
    Event middle = onFile(anEvent(organiser, NOW));
    Event over = onFile(anEvent(organiser, NOW.minus(Duration.ofDays(900))));
    Event latest = onFile(anEvent(organiser, NOW.plus(Duration.ofDays(2))));
    onFile(anEvent(anAccountOnFile(), NOW.plus(Duration.ofDays(1))));

    assertThat(ids(organised(organiser))).containsExactly(latest.id(), middle.id(), over.id());
    Page<StoredEvent> page = write(() -> queries().organisedBy(organiser, new PageRequest(2, 2)));
    assertThat(page.total()).isEqualTo(3);
    assertThat(ids(page.items())).containsExactly(over.id());
  }

  @Test
  default void nothingIsReadOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> queries().event(anEventId()));
    assertNeedsUnitOfWork(() -> queries().upcoming(NOW, EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().organisedBy(aUserId(), EVERYTHING));
  }

  private Event onFile(Event event) {
    run(() -> events().add(event));
    return event;
  }

  private List<StoredEvent> organised(UserId organiser) {
    return write(() -> queries().organisedBy(organiser, EVERYTHING)).items();
  }

  private List<StoredEvent> upcoming(Instant now) {
    return write(() -> queries().upcoming(now, EVERYTHING)).items();
  }

  private static TicketedEvent tickets(EventId event, UserId owner) {
    return TicketedEvent.without(Event.subject(event), owner, NOW);
  }

  private static List<EventId> ids(List<StoredEvent> rows) {
    return rows.stream().map(row -> row.event().id()).toList();
  }
}
