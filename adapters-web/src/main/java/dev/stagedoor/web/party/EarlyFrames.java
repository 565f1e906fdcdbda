package dev.stagedoor.web.party;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Holds back what a client sends in the very moment in which its socket opens. The framework
 * answers the handshake a moment before it is ready to take frames in, and would lose them.
 */
final class EarlyFrames extends ChannelInboundHandlerAdapter {
  /** Before the framework's handler of requests, which a socket's takes the place of. */
  private static final String BEFORE = "micronaut-inbound-handler";

  /** The framework's handler of a socket. */
  private static final String TAKER = "websocket-handler";

  private static final String NAME = "stagedoor-early-frames";
  private static final int MOST = Guest.MOST_MESSAGES;

  private final List<WebSocketFrame> held = new ArrayList<>(0);

  /** Begins to hold frames back; before the handshake is answered. */
  static void hold(Channel channel) {
    if (channel.pipeline().get(NAME) == null && channel.pipeline().get(BEFORE) != null) {
      channel.pipeline().addBefore(BEFORE, NAME, new EarlyFrames());
    }
  }

  /** Lets all through, once the socket's own handler is there to take it in. */
  static void release(Channel channel) {
    channel.eventLoop().execute(() -> releaseOnceThere(channel));
  }

  private static void releaseOnceThere(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    if (!channel.isActive() || pipeline.get(NAME) == null) {
      return;
    }
    if (pipeline.get(TAKER) == null) {
      var unused =
          channel.eventLoop().schedule(() -> releaseOnceThere(channel), 1, TimeUnit.MILLISECONDS);
      return;
    }
    // Whoever adds a handler holds this lock until the handler's first task is in the loop's queue.
    synchronized (pipeline) {
      channel.eventLoop().execute(() -> remove(pipeline));
    }
  }

  private static void remove(ChannelPipeline pipeline) {
    if (pipeline.get(NAME) != null) {
      var unused = pipeline.remove(NAME);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof WebSocketFrame frame)) {
      context.fireChannelRead(message);
    } else if (held.size() < MOST) {
      held.add(frame);
    } else {
      frame.release();
      var unused = context.close();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    boolean isTakenIn = context.channel().isActive();
    held.forEach(
        frame -> {
          if (isTakenIn) {
            context.fireChannelRead(frame);
          } else {
            frame.release();
          }
        });
    held.clear();
  }
}
