package dev.stagedoor.web.party;

import dev.stagedoor.web.live.SocketStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a client sends, in the order in which it came and on the event loop of its
 * connection. The framework would have each frame read on a thread of its own, where one can
 * overtake the other. It also answers the handshake a moment before it takes frames in; what comes
 * in that moment is held back. And where the server stops it closes connections without a word;
 * here guests are told first.
 */
final class Frames extends ChannelDuplexHandler {
  /** Before the framework's handler of requests, which a socket's takes the place of. */
  private static final String BEFORE = "micronaut-inbound-handler";

  private static final String NAME = "stagedoor-frames";
  private static final long LONGEST_GOODBYE_MILLIS = 1000;

  /** One more than somebody may send, so that whoever does is told why they are shown out. */
  private static final int MOST = Guest.MOST_MESSAGES + 1;

  private final List<WebSocketFrame> held = new ArrayList<>(0);
  private @Nullable Guest reader;
  private boolean isToldWhy;
  private boolean isAnswered;
  private @Nullable ChannelPromise leaving;

  /** Begins to hold frames back; before the handshake is answered. */
  static void hold(Channel channel) {
    if (channel.pipeline().get(NAME) == null && channel.pipeline().get(BEFORE) != null) {
      channel.pipeline().addBefore(BEFORE, NAME, new Frames());
    }
  }

  /** Has a guest read them, once the socket's own handler is there for what else comes. */
  static void handTo(Guest guest, Channel channel) {
    SocketStream.onceThere(channel, () -> begin(guest, channel.pipeline()));
  }

  private static void begin(Guest guest, ChannelPipeline pipeline) {
    if (pipeline.get(NAME) instanceof Frames frames) {
      frames.reader = guest;
      List<WebSocketFrame> early = List.copyOf(frames.held);
      frames.held.clear();
      early.forEach(frame -> frames.take(guest, frame, pipeline.context(NAME)));
    }
  }

  private void take(Guest guest, WebSocketFrame frame, ChannelHandlerContext context) {
    boolean isOfMessage =
        frame instanceof TextWebSocketFrame
            || frame instanceof BinaryWebSocketFrame
            || frame instanceof ContinuationWebSocketFrame;
    if (!isOfMessage) {
      if (frame instanceof PongWebSocketFrame) {
        guest.answers();
      }
      context.fireChannelRead(frame);
      return;
    }
    try {
      guest.read(frame);
    } finally {
      frame.release();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof WebSocketFrame frame)) {
      context.fireChannelRead(message);
      return;
    }
    if (frame instanceof CloseWebSocketFrame) {
      isAnswered = true;
      if (isToldWhy) {
        frame.release();
        var unused = context.close(leaving == null ? context.newPromise() : leaving);
        return;
      }
    }
    if (reader != null) {
      take(reader, frame, context);
    } else if (held.size() < MOST) {
      held.add(frame);
    } else {
      frame.release();
      var unused = context.close();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    isToldWhy |= message instanceof CloseWebSocketFrame;
    super.write(context, message, promise);
  }

  /**
   * Waits for a client's own word before the connection is closed, since a client may lose what it
   * has not read of one that is (RFC 6455, 7.1.1); but not long for who says nothing.
   */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (reader == null || isAnswered || (reader.isEnding() && !isToldWhy)) {
      var unused = context.close(promise);
      return;
    }
    if (!isToldWhy) {
      isToldWhy = true;
      var unusedWrite =
          context.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE));
    }
    leaving = promise;
    var unusedTask =
        context
            .executor()
            .schedule(
                () -> {
                  var unusedClosing = context.close(promise);
                },
                LONGEST_GOODBYE_MILLIS,
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    held.forEach(WebSocketFrame::release);
    held.clear();
  }
}
