package dev.stagedoor.web.events;

import dev.stagedoor.application.events.EventService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.web.limits.CrossAppLimits;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The tickets of an event: enabled, and given up. */
@Controller("/api/events/{id}/ticketing")
@Tag(name = "Events")
class TicketingController {
  private final EventService events;
  private final CrossAppLimits limits;
  private final ClientAddress addresses;

  TicketingController(EventService events, CrossAppLimits limits, ClientAddress addresses) {
    this.events = events;
    this.limits = limits;
    this.addresses = addresses;
  }

  /** Begins to set tickets up, and opens the way to where that is done. For the organiser. */
  @Post("/enable")
  EnabledTicketingResponse enable(Actor actor, HttpRequest<?> http, UUID id) {
    limits.count(http, actor);
    return EnabledTicketingResponse.from(
        events.enableTicketing(actor, new EventId(id), addresses.of(http)));
  }

  /** Gives the setting up of tickets up. For the organiser. */
  @Post("/cancel")
  EventResponse cancel(Actor actor, UUID id) {
    return EventResponse.from(events.cancelTicketing(actor, new EventId(id)));
  }
}
