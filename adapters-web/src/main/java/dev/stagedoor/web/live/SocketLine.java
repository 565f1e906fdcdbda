package dev.stagedoor.web.live;

import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A WebSocket, which gets one message after the other. */
final class SocketLine implements Line {
  private final WebSocketSession session;
  private final Channel channel;
  private @Nullable LiveReader reader;
  private boolean closed;
  private int unsent;

  SocketLine(WebSocketSession session, Channel channel) {
    this.session = session;
    this.channel = channel;
  }

  void open(Function<SocketLine, LiveReader> opening) {
    if (!closed) {
      reader = opening.apply(this);
    }
  }

  @Override
  public boolean isFree() {
    return unsent == 0;
  }

  @Override
  public void send(byte[] message) {
    if (!session.isOpen()) {
      return;
    }
    unsent++;
    var unused =
        session
            .sendAsync(new TextWebSocketFrame(Unpooled.wrappedBuffer(message)))
            .whenComplete((sent, failure) -> left());
  }

  // On the event loop, as all that a channel tells; where it failed, the socket closes by itself.
  private void left() {
    unsent--;
    if (reader != null) {
      reader.proceed();
    }
  }

  @Override
  public void end() {
    session.close(CloseReason.GOING_AWAY);
  }

  @Override
  public void cut() {
    var unused = channel.close();
  }

  /** Takes note that the socket is closed; from any thread. */
  void close() {
    if (channel.eventLoop().inEventLoop()) {
      forget();
    } else {
      channel.eventLoop().execute(this::forget);
    }
  }

  private void forget() {
    closed = true;
    if (reader != null) {
      reader.forget();
    }
  }
}
