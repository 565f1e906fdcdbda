package dev.stagedoor.web.live;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import jakarta.inject.Singleton;
import java.io.OutputStream;

/** Sends a stream of updates: first the head, and from then on what comes. */
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
final class SseWriter implements ResponseBodyWriter<UpdatesResponse> {
  private final LiveStreams streams;
  private final SseFormat format;

  SseWriter(LiveStreams streams, SseFormat format) {
    this.streams = streams;
    this.format = format;
  }

  @Override
  public CloseableByteBody writePiece(
      ByteBodyFactory bodies,
      HttpRequest<?> request,
      HttpResponse<?> response,
      Argument<UpdatesResponse> type,
      MediaType mediaType,
      UpdatesResponse updates) {
    return new SseLine(
            request,
            bodies,
            line -> streams.open(updates.reading(), format, line, line.channel().eventLoop()))
        .open();
  }

  @Override
  public void writeTo(
      Argument<UpdatesResponse> type,
      MediaType mediaType,
      UpdatesResponse updates,
      MutableHeaders headers,
      OutputStream out) {
    // Only whole bodies are written this way, and a stream of updates never is whole.
    throw new IllegalStateException("a stream of updates has no end to wait for");
  }
}
