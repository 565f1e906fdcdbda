package dev.stagedoor.domain.payments.port;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.Collection;
import java.util.List;

/** Finds payments by what they have in common. All methods need an open unit of work. */
public interface PaymentLists {
  /** Returns all payments for a subject, the oldest first, without locking them. */
  List<Payment> ofSubject(Subject subject);

  /** Returns those of these payments that there are, in any order, without locking them. */
  List<Payment> all(Collection<PaymentId> wanted);

  /** Returns the payments a person must look at, the oldest first. */
  List<Payment> needingAttention(int limit);
}
