package dev.stagedoor.application.courses;

import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.Optional;

/** Sells courses: prepares payments, and finds out what became of them. */
@SuppressWarnings("DoNotCallSuggester")
public final class PurchaseService {
  /**
   * Prepares the payment of a course. Asking again gives the same charge as long as the price and
   * the provider are the same; another is given up first. A course that costs nothing enrolls at
   * once.
   *
   * @param claimed what the client believes it costs
   * @param provider who is to take the money; else the currency decides
   * @throws dev.stagedoor.domain.kernel.DomainException {@code AMOUNT_MISMATCH}, {@code
   *     ALREADY_ENROLLED}, {@code COURSE_NOT_ON_SALE}, {@code PAYMENT_IN_PROGRESS}, {@code
   *     UNKNOWN_PROVIDER}, {@code CURRENCY_NOT_SUPPORTED}
   */
  public OpenedPurchase pay(
      Actor actor, CourseId course, Optional<Money> claimed, Optional<ProviderId> provider) {
    throw new UnsupportedOperationException();
  }

  /** Lists the caller's payments for courses, the newest first. */
  public Page<CoursePaymentView> payments(Actor actor, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns a payment to its payer, the teacher and admins. */
  public CoursePaymentView payment(Actor actor, PaymentId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks the provider what became of a payment, and enrolls when it was paid. Repeating it changes
   * nothing. For the payer.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PAYMENT_NOT_VERIFIED}
   */
  public EnrollmentView verify(Actor actor, PaymentId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives money back: part of it, or without an amount all that is left. All of it ends the
   * enrollment. For the payer within the refund window, the teacher and admins.
   *
   * @param key the same key asks for the same refund
   * @throws dev.stagedoor.domain.kernel.DomainException {@code REFUND_WINDOW_OVER}, {@code
   *     NOT_REFUNDABLE}, {@code REFUND_EXCEEDS_PAYMENT}
   */
  public RefundView refund(
      Actor actor,
      PaymentId id,
      Optional<Money> amount,
      String reason,
      Optional<IdempotencyKey> key) {
    throw new UnsupportedOperationException();
  }
}
