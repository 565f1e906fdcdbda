package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells, as the cause of a {@link ProviderException}, with which status a provider answered, and
 * its own code for why. Never what it wrote beside.
 */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String code;

  HttpRefusal(int status, @Nullable String code) {
    super(code == null ? "status " + status : "status " + status + ", " + code, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** Returns the refusal behind an exception, empty when no answer is. */
  public static Optional<HttpRefusal> behind(ProviderException exception) {
    return exception.getCause() instanceof HttpRefusal refusal
        ? Optional.of(refusal)
        : Optional.empty();
  }

  /** Tells whether an answer with this status is behind an exception. */
  public static boolean is(ProviderException exception, int status) {
    return behind(exception).filter(refusal -> refusal.status == status).isPresent();
  }

  public int status() {
    return status;
  }

  /** Returns the provider's own code, where it gave one in the form of a code. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }
}
