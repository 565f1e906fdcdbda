package dev.stagedoor.domain.payments.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps payments with their refunds. All methods need an open unit of work. */
public interface PaymentRepository {
  Optional<Payment> find(PaymentId id);

  /** Finds and locks a payment until the unit of work ends. */
  Optional<Payment> lock(PaymentId id);

  /** Finds the payment of a provider's charge, without locking it. */
  Optional<Payment> findByRef(ProviderRef charge);

  /** Returns the payments whose next look at the provider is due, longest overdue first. */
  List<PaymentId> dueForCheck(Instant now, int limit);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Payment payment);
}
