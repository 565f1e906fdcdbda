package dev.stagedoor.application.events;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.EventId;
import java.util.Optional;

/** An organiser whose event may have tickets. */
abstract class EventTicketingScene {
  static final String FIND = "TicketCatalog.find";
  final BoxOffice office = new BoxOffice();
  final EventService events = office.events();
  final Actor organiser = office.organiser;
  final EventId event = office.event;

  EnabledTicketing enable(Actor actor) {
    return events.enableTicketing(actor, event, BoxOffice.ADDRESS);
  }

  EventView change(Optional<Boolean> ticketing, Optional<String> sale) {
    return events.change(organiser, event, BoxOffice.change(ticketing, sale));
  }
}
