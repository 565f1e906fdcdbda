package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.ChangeEvent;
import dev.stagedoor.application.events.EventService;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.events.NewEvent;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Somebody who puts events on, past the pages: what a test needs to have happened. */
final class Promoter {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final InMemoryStagedoor house;
  private final InMemoryStagedoor.Person person;

  Promoter(InMemoryStagedoor house, String name) {
    this.house = house;
    this.person = house.somebody(name);
  }

  InMemoryStagedoor.Person person() {
    return person;
  }

  EventView event(String title) {
    return event(title, Map.of("email", "box@example.org"));
  }

  EventView event(String title, Map<String, String> contact) {
    Instant start = house.clock().instant().plus(Duration.ofDays(3));
    return event(title, start, Optional.of(start.plus(Duration.ofHours(3))), contact);
  }

  EventView event(String title, String startsAt, Optional<String> endsAt) {
    return event(title, Instant.parse(startsAt), endsAt.map(Instant::parse), Map.of());
  }

  private EventView event(
      String title, Instant start, Optional<Instant> end, Map<String, String> contact) {
    return events()
        .create(
            person.actor(),
            new NewEvent(
                new Event.Plan(
                    title,
                    start,
                    end,
                    BERLIN,
                    "Old Hall",
                    "About " + title,
                    new ContactData(contact)),
                false,
                Optional.empty()));
  }

  /** Begins to set tickets up. */
  void enable(EventView event) {
    var unused = events().enableTicketing(person.actor(), id(event), "192.0.2.1");
  }

  /** Has the tickets sold by an event of the shop that stands like this. */
  ProviderRef sell(EventView event, SaleStatus status) {
    ProviderRef sale =
        house.ticketShop().anEvent(event.title(), status, Optional.empty(), Optional.empty());
    link(event, sale.value());
    house.later(Duration.ofMinutes(1));
    return sale;
  }

  void link(EventView event, String sale) {
    var unused =
        events()
            .change(
                person.actor(),
                id(event),
                new ChangeEvent(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(sale)));
  }

  /** Has a sale stand otherwise, and be looked at. */
  void turn(ProviderRef sale, SaleStatus status) {
    house.ticketShop().change(sale, status);
    house.later(Duration.ofMinutes(6));
  }

  /** Has the shop out of reach for a while. */
  void lose() {
    house.ticketShop().fail(FarSideFailure.DOWN);
    house.later(Duration.ofMinutes(6));
    house.ticketShop().recover();
  }

  EventView now(EventView event) {
    return events().get(id(event));
  }

  private EventService events() {
    return house.stagedoor().events();
  }

  static EventId id(EventView event) {
    return new EventId(event.id());
  }
}
