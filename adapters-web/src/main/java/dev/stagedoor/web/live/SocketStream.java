package dev.stagedoor.web.live;

import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Sends the updates of a channel over a WebSocket, one after the other; a reader that does not keep
 * up is closed and comes back with the id of what it saw last. A socket ends after some time, so
 * that whoever lost access meanwhile is refused when they come back.
 */
@Singleton
public final class SocketStream {
  /** How long one socket lasts; readers come back at once. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  private static final String READING = "stagedoor.reading";

  private final LiveStreams streams;
  private final SocketFormat format;

  SocketStream(LiveStreams streams, SocketFormat format) {
    this.streams = streams;
    this.format = format;
  }

  /** Begins to send; the caller has checked that the reader may see the thing. */
  public void open(Subject channel, Optional<String> lastEventId, WebSocketSession session) {
    Disposable.Swap reading = Disposables.swap();
    // First, so that for a socket that is closed in this very moment nothing is read on.
    session.put(READING, reading);
    reading.update(
        streams
            .of(channel, lastEventId, update -> true, format)
            .take(LIFE)
            .concatMap(
                message ->
                    Mono.fromFuture(session.sendAsync(new String(message, StandardCharsets.UTF_8))))
            .subscribe(
                sent -> {},
                broken -> session.close(CloseReason.GOING_AWAY),
                () -> session.close(CloseReason.GOING_AWAY)));
  }

  /** Stops sending; idempotent. */
  public void close(WebSocketSession session) {
    session.get(READING, Disposable.class).ifPresent(Disposable::dispose);
  }
}
