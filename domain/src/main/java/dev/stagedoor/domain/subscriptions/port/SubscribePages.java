package dev.stagedoor.domain.subscriptions.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PageReading;

/** Tells what became of the pages that {@link Subscriptions#begin} made. */
public interface SubscribePages {
  /**
   * Returns the provider's present knowledge of a page, by the session it was opened with. Reads
   * only; never throws for what the provider did.
   */
  PageReading find(ProviderRef page);
}
