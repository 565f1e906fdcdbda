package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderException;

/** Tells, as the cause of a {@link ProviderException}, that there was more than is read. */
public final class Oversize extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Oversize() {
    super("more than is read", null, false, false);
  }

  public static boolean isBehind(ProviderException exception) {
    return exception.getCause() instanceof Oversize;
  }
}
