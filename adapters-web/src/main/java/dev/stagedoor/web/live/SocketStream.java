package dev.stagedoor.web.live;

import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.WebSocketSession;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends the updates of a channel over a WebSocket, one after the other; a reader that does not keep
 * up is closed and comes back with the id of what it saw last. A socket ends after some time, so
 * that whoever lost access meanwhile is refused when they come back.
 */
@Singleton
public final class SocketStream {
  /** How long one socket lasts; readers come back at once. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  /** The framework's handler of a socket. */
  private static final String TAKER = "websocket-handler";

  private static final String READING = "stagedoor.reading";

  private final LiveStreams streams;
  private final SocketFormat format;

  SocketStream(LiveStreams streams, SocketFormat format) {
    this.streams = streams;
    this.format = format;
  }

  /** Returns the connection that a socket was opened over. */
  public static Channel channelOf(HttpRequest<?> request) {
    return StreamedBody.channelOf(request);
  }

  /**
   * Does something on the event loop of a socket once its handler is there: the framework answers a
   * handshake a moment before it takes frames in, and what comes in that moment is lost.
   */
  public static void onceThere(Channel channel, Runnable task) {
    channel.eventLoop().execute(() -> waitFor(channel, task));
  }

  private static void waitFor(Channel channel, Runnable task) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(TAKER) != null) {
      // Whoever adds a handler holds this lock until the handler's first task is in the loop's
      // queue.
      synchronized (pipeline) {
        channel.eventLoop().execute(task);
      }
    } else if (channel.isActive()) {
      var unused =
          channel.eventLoop().schedule(() -> waitFor(channel, task), 1, TimeUnit.MILLISECONDS);
    }
  }

  /** Begins to send; the caller has checked that the reader may see the thing. */
  public void open(Subject channel, HttpRequest<?> request, WebSocketSession session) {
    Channel connection = channelOf(request);
    EventLoop loop = connection.eventLoop();
    SocketLine line = new SocketLine(session, connection);
    Reading reading =
        new Reading(channel, SseStream.lastEventId(request), update -> true, Optional.of(LIFE));
    // First, so that for a socket that is closed in this very moment nothing is read on.
    session.put(READING, line);
    onceThere(connection, () -> line.open(opened -> streams.open(reading, format, opened, loop)));
  }

  /** Stops sending; idempotent. */
  public void close(WebSocketSession session) {
    session.get(READING, SocketLine.class).ifPresent(SocketLine::close);
  }
}
