package dev.stagedoor.domain.payments.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;

/** Asks a provider what became of a charge. */
public interface PaymentLookup {
  /**
   * Returns the provider's present knowledge, with every refund of the charge. Reads only. What was
   * captured is told as the provider says it, also when it is not what was asked for. A charge that
   * ran out unpaid is {@code Cancelled}. A provider that is down, answers nonsense or does not know
   * the charge gives {@code Unknown}; this never throws for what the provider did.
   */
  ChargeOutcome find(ProviderRef charge);
}
