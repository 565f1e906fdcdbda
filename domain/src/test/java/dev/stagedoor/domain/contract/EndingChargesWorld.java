package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.ProviderRef;

/** The far side of a payment provider whose charges can end unpaid. */
public interface EndingChargesWorld extends PaymentWorld {
  /** Lets the charge run out, or be cancelled at the provider. */
  void expire(ProviderRef charge);
}
