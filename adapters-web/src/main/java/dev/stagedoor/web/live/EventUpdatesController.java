package dev.stagedoor.web.live;

import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What changes at public events. */
@Controller("/api/events/updates")
@Tag(name = "Live updates")
class EventUpdatesController {
  /** The one channel of all public events; each update names its event in {@code eventId}. */
  static final Subject PUBLIC_EVENTS = new Subject("public_events", new UUID(0, 0));

  private final SseStream stream;

  EventUpdatesController(SseStream stream) {
    this.stream = stream;
  }

  /** Streams changes of all public events, or of one. */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<byte[]> updates(HttpRequest<?> http, @QueryValue @Nullable UUID eventId) {
    return stream.of(
        PUBLIC_EVENTS,
        SseStream.lastEventId(http),
        update -> eventId == null || eventId.toString().equals(update.data().get("eventId")));
  }
}
