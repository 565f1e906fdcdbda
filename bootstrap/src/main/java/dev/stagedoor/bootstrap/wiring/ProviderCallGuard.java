package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.providers.support.CallGuard;
import java.util.function.BooleanSupplier;
import reactor.core.scheduler.NonBlocking;

/** Keeps calls to providers out of transactions, and off the threads that serve all requests. */
final class ProviderCallGuard implements CallGuard {
  private final BooleanSupplier isWorkOpen;

  ProviderCallGuard(BooleanSupplier isWorkOpen) {
    this.isWorkOpen = isWorkOpen;
  }

  @Override
  public void check() {
    if (isWorkOpen.getAsBoolean()) {
      throw new IllegalStateException(
          "a provider cannot be called inside a unit of work, which would hold its locks meanwhile");
    }
    if (Thread.currentThread() instanceof NonBlocking) {
      throw new IllegalStateException(
          "a provider cannot be called on an event loop, which would serve nobody meanwhile");
    }
  }
}
