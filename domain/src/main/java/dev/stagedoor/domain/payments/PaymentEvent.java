package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.util.Optional;

/**
 * What a payment provider's webhook tells. It only points: what became of the money is read again
 * from the provider, so order and repetition of deliveries do not matter.
 */
public sealed interface PaymentEvent extends ProviderEvent {
  /** Returns the charge it is about. */
  ProviderRef charge();

  /** Returns the reference we gave the charge, where the provider repeats it. */
  Optional<PaymentId> payment();

  /**
   * Something happened to a charge: paid, failed, cancelled, expired, or refunded by whomever; or
   * to one of its refunds, which may fail long after it had succeeded. {@code payment} is the
   * reference we gave it when it was opened, so that it is known even before our own note of the
   * charge is written.
   */
  record ChargeChanged(ProviderRef charge, Optional<PaymentId> payment) implements PaymentEvent {}

  /** The payer's bank disputes a charge, or a dispute of it moved on; a person must look. */
  record ChargeDisputed(ProviderRef charge, Optional<PaymentId> payment) implements PaymentEvent {}
}
