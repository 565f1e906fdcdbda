package dev.stagedoor.web.live;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.body.stream.BufferConsumer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, to which bytes are added as they come. The framework has this for its own
 * use and calls it internal: what it offers to others is a publisher, of which each item goes
 * through a dozen objects that every reader has for itself, which is most of what a reader costs.
 * Nothing but this class touches what is internal, and it breaks where that changes.
 */
abstract class StreamedBody implements BufferConsumer.Upstream {
  private final Channel channel;
  private final ByteBodyFactory bodies;
  private @Nullable BufferConsumer body;
  private volatile boolean gone;

  StreamedBody(HttpRequest<?> request, ByteBodyFactory bodies) {
    this.channel = channelOf(request);
    this.bodies = bodies;
  }

  static Channel channelOf(HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty) {
      return netty.getChannelHandlerContext().channel();
    }
    throw new IllegalArgumentException("no request of a connection: " + request.getClass());
  }

  /** Returns the body for the answer; once. */
  final CloseableByteBody open() {
    var opened = bodies.createStreamingBody(BodySizeLimits.UNLIMITED, this);
    body = opened.sharedBuffer();
    return opened.rootBody();
  }

  final Channel channel() {
    return channel;
  }

  /** Writes to the channel; on its event loop, between {@link #begun} and {@link #closed}. */
  final void add(byte[] bytes) {
    if (body != null) {
      body.add(bodies.readBufferFactory().adapt(bytes));
    }
  }

  /** Ends the answer; likewise. */
  final void complete() {
    if (body != null) {
      body.complete();
    }
  }

  /** Called on the event loop when the head of the answer is written. */
  abstract void begun();

  /** Called on the event loop when the channel has taken so many bytes of those added. */
  abstract void taken(long bytes);

  /** Called when the connection is gone, or the answer is not sent. */
  abstract void closed();

  @Override
  public final void start() {
    // A body that nobody sends is closed, and only then started.
    if (!gone) {
      begun();
    }
  }

  @Override
  public final void onBytesConsumed(long bytes) {
    taken(bytes);
  }

  @Override
  public final void allowDiscard() {
    gone = true;
    closed();
  }
}
