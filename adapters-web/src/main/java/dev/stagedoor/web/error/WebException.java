package dev.stagedoor.web.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses a request at the edge, for a reason that is HTTP's own. */
public final class WebException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final WebError error;
  private final @Nullable Duration retryAfter;

  public WebException(WebError error) {
    this(error, null);
  }

  public WebException(WebError error, @Nullable Duration retryAfter) {
    super(error.name());
    this.error = error;
    this.retryAfter = retryAfter;
  }

  public WebError error() {
    return error;
  }

  /** Returns after what time the request may be repeated, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
