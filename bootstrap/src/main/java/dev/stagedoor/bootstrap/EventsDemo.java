package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.events.ChangeEvent;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.events.NewEvent;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Fills in one event, with tickets on sale where there is a shop. Repeatable, as all of it. */
final class EventsDemo {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private final Stagedoor stagedoor;
  private final Optional<Shop> shop;

  /** Where tickets are sold. */
  interface Shop {
    /** Has tickets for an event sold, and returns what sells them by the id it has there. */
    String sell(EventView event);
  }

  /**
   * @param shop empty where no tickets are sold that everybody may try out
   */
  EventsDemo(Stagedoor stagedoor, Optional<Shop> shop) {
    this.stagedoor = stagedoor;
    this.shop = shop;
  }

  /** Returns the event. */
  UUID fill(Actor organiser) {
    EventView event =
        stagedoor.events().organised(organiser, PageRequest.first()).items().stream()
            .reduce((newer, older) -> older)
            .orElseGet(() -> plan(organiser));
    boolean isSold = event.ticketing().sale().isPresent();
    return isSold || shop.isEmpty()
        ? event.id()
        : sell(organiser, event.id(), shop.get().sell(event)).id();
  }

  private EventView plan(Actor organiser) {
    return stagedoor
        .events()
        .create(
            organiser,
            new NewEvent(
                new Event.Plan(
                    "Winter fair",
                    LocalDateTime.of(2027, 12, 4, 17, 0).atZone(MADRID).toInstant(),
                    Optional.of(LocalDateTime.of(2027, 12, 4, 22, 0).atZone(MADRID).toInstant()),
                    MADRID,
                    "Plaza Mayor, Salamanca",
                    "Stalls, songs and hot chocolate.",
                    new ContactData(Map.of("email", "fair@demo.example"))),
                false,
                Optional.empty()));
  }

  private EventView sell(Actor organiser, UUID event, String sale) {
    return stagedoor
        .events()
        .change(
            organiser,
            new EventId(event),
            new ChangeEvent(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.of(sale)));
  }
}
