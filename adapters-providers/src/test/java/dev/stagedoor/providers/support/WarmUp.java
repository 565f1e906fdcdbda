package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The first calls of an adapter that gives up soon, made while the far side still answers. */
public final class WarmUp {
  private static final int STALLS = 10;

  private WarmUp() {}

  /**
   * Returns an adapter that has made its first call. Where the computer stalled for longer than it
   * waits, the next one is tried.
   */
  public static <A> A of(Supplier<A> opening, Consumer<A> firstCall) {
    for (int stalls = 0; ; stalls++) {
      A opened = opening.get();
      try {
        firstCall.accept(opened);
        return opened;
      } catch (ProviderException stalled) {
        if (stalls == STALLS) {
          throw stalled;
        }
      }
    }
  }
}
