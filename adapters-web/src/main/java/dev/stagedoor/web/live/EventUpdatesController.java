package dev.stagedoor.web.live;

import dev.stagedoor.application.events.EventService;
import dev.stagedoor.web.EventsOn;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes at public events. */
@Requires(condition = EventsOn.class)
@Controller("/api/events/updates")
@Tag(name = "Live updates")
class EventUpdatesController {
  private final SseStream stream;

  EventUpdatesController(SseStream stream) {
    this.stream = stream;
  }

  /** Streams changes of all public events, or of one. */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  UpdatesResponse updates(HttpRequest<?> http, @QueryValue @Nullable UUID eventId) {
    return stream.of(
        EventService.PUBLIC_EVENTS,
        SseStream.lastEventId(http),
        update -> eventId == null || eventId.toString().equals(update.data().get("eventId")));
  }
}
