package dev.stagedoor.application;

import dev.stagedoor.application.events.EventService;
import dev.stagedoor.domain.ticketing.TicketingChanged;

/** Puts the area of events together, and lets it hear what becomes of its tickets. */
record EventsAssembly(EventService events) {
  static EventsAssembly on(Foundation base, TicketingAssembly ticketing) {
    var ports = base.ports().events();
    var events =
        new EventService(
            base.ports().unitOfWork(),
            ports.events(),
            ports.queries(),
            ticketing.tickets(),
            ticketing.crossApp(),
            base.ports().liveUpdates(),
            base.clock(),
            base.ids());
    base.announcements().on(TicketingChanged.class, events::tell);
    return new EventsAssembly(events);
  }
}
