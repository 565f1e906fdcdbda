package dev.stagedoor.web.events;

import dev.stagedoor.application.events.EventService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.docs.ApiDescription;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.UUID;

/** Events: planned, changed and shown. */
@Controller("/api/events")
@Tag(name = "Events")
class EventController {
  private final EventService events;

  EventController(EventService events) {
    this.events = events;
  }

  /** Plans an event, organised by the caller. */
  @Post
  @Status(HttpStatus.CREATED)
  EventResponse create(Actor actor, @Body NewEventRequest request) {
    actor.mustBeSignedIn();
    return EventResponse.from(
        request.sale().taken(() -> events.create(actor, request.toCommand())));
  }

  /** Lists events that are not over, the next one first; or the caller's own, the latest first. */
  @Get
  @SecurityRequirement(name = ApiDescription.VISITOR)
  EventsResponse list(
      Actor actor, @QueryValue(defaultValue = "false") boolean mine, PageRequest page) {
    return EventsResponse.from(mine ? events.organised(actor, page) : events.upcoming(page));
  }

  /** Returns an event to everybody. */
  @Get("/{id}")
  EventResponse get(UUID id) {
    return EventResponse.from(events.get(new EventId(id)));
  }

  /** Changes what is sent. For the organiser. */
  @Patch("/{id}")
  EventResponse change(Actor actor, UUID id, @Body ChangeEventRequest request) {
    actor.mustBeSignedIn();
    EventId event = new EventId(id);
    ZoneId where = events.get(event).timeZone();
    return EventResponse.from(
        request.sale().taken(() -> events.change(actor, event, request.toCommand(where))));
  }
}
