package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Streams the updates of a channel to one reader, as server-sent events. A controller checks that
 * the caller may see the thing, and returns {@code stream.of(channel, SseStream.lastEventId(...))}
 * with {@code produces = TEXT_EVENT_STREAM}.
 *
 * <p>The id of each event is its place in the log. A reader that names the last one it saw gets
 * what came since; where that is not known any more it gets one event of type {@code resync}.
 */
@Singleton
public final class SseStream {
  private static final int LONGEST_ID = 200;

  /** Reads {@code Last-Event-ID}, or {@code ?lastEventId=} where no header can be set. */
  public static Optional<String> lastEventId(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
        .or(() -> Optional.ofNullable(request.getParameters().get("lastEventId")))
        .map(String::strip)
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
  }

  public UpdatesResponse of(Subject channel, Optional<String> lastEventId) {
    return of(channel, lastEventId, update -> true);
  }

  /** Streams those updates of a channel that the reader wants. */
  public UpdatesResponse of(
      Subject channel, Optional<String> lastEventId, Predicate<LiveUpdate> wanted) {
    return new UpdatesResponse(new Reading(channel, lastEventId, wanted, Optional.empty()));
  }
}
