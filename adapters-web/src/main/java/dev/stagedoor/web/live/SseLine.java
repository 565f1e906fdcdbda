package dev.stagedoor.web.live;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An answer that does not end by itself. */
final class SseLine extends StreamedBody implements Line {
  private final Function<SseLine, LiveReader> opening;
  private @Nullable LiveReader reader;
  private long unsent;

  /**
   * @param opening called when the answer has begun
   */
  SseLine(HttpRequest<?> request, ByteBodyFactory bodies, Function<SseLine, LiveReader> opening) {
    super(request, bodies);
    this.opening = opening;
  }

  @Override
  void begun() {
    reader = opening.apply(this);
  }

  @Override
  public boolean isFree() {
    return unsent == 0;
  }

  @Override
  public void send(byte[] message) {
    unsent += message.length;
    add(message);
  }

  @Override
  void taken(long bytes) {
    unsent -= bytes;
    if (reader != null) {
      reader.proceed();
    }
  }

  @Override
  public void end() {
    complete();
  }

  @Override
  public void cut() {
    var unused = channel().close();
  }

  @Override
  void closed() {
    if (reader != null) {
      reader.forget();
    }
  }
}
