package dev.stagedoor.web.live;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/**
 * Compresses as the server does by itself, except streams of events: there the compressor would
 * keep each event back until it has enough of them.
 */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
final class Compression implements HttpCompressionStrategy {
  private final NettyHttpServerConfiguration server;

  Compression(NettyHttpServerConfiguration server) {
    this.server = server;
  }

  @Override
  public boolean isEnabled() {
    return server.getCompressionThreshold() >= 0;
  }

  @Override
  public boolean shouldCompress(HttpResponse response) {
    String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
    long length = HttpUtil.getContentLength(response, -1L);
    return isEnabled()
        && type != null
        && !type.startsWith(MediaType.TEXT_EVENT_STREAM)
        && (length == -1 || length >= server.getCompressionThreshold())
        && MediaType.isTextBased(type);
  }

  @Override
  public int getCompressionLevel() {
    return server.getCompressionLevel();
  }

  @Override
  public int getMaxZstdEncodeSize() {
    return server.getMaxZstdEncodeSize();
  }
}
