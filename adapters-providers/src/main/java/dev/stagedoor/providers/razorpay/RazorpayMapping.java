package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.RefundStatus;
import java.util.Map;
import java.util.Optional;

/** What Razorpay's words mean here. A word that is not listed is kept and never guessed at. */
final class RazorpayMapping {
  static final String CAPTURED = "captured";

  /** Kept as the code of an attempt that was authorised, never captured, and given back. */
  static final String AUTHORISATION_ENDED = "authorization_ended";

  private static final Map<String, DeclineReason> DECLINES =
      Map.ofEntries(
          Map.entry("card_declined", DeclineReason.CARD_DECLINED),
          Map.entry("payment_declined", DeclineReason.CARD_DECLINED),
          Map.entry("debit_declined", DeclineReason.CARD_DECLINED),
          Map.entry("debit_instrument_blocked", DeclineReason.CARD_DECLINED),
          Map.entry("debit_instrument_inactive", DeclineReason.CARD_DECLINED),
          Map.entry("card_not_enrolled", DeclineReason.CARD_DECLINED),
          Map.entry("international_transaction_not_allowed", DeclineReason.CARD_DECLINED),
          Map.entry("transaction_limit_exceeded", DeclineReason.CARD_DECLINED),
          Map.entry("transaction_daily_limit_exceeded", DeclineReason.CARD_DECLINED),
          Map.entry("insufficient_funds", DeclineReason.INSUFFICIENT_FUNDS),
          Map.entry("card_expired", DeclineReason.EXPIRED_CARD),
          Map.entry("authentication_failed", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("incorrect_otp", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("invalid_otp", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("otp_expired", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("otp_attempts_exceeded", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("incorrect_pin", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("pin_attempts_exceeded", DeclineReason.AUTHENTICATION_FAILED),
          Map.entry("bank_technical_error", DeclineReason.NETWORK_ERROR),
          Map.entry("gateway_technical_error", DeclineReason.NETWORK_ERROR),
          Map.entry("issuer_technical_error", DeclineReason.NETWORK_ERROR),
          Map.entry("bank_not_available", DeclineReason.NETWORK_ERROR),
          Map.entry("server_error", DeclineReason.NETWORK_ERROR));

  private static final Map<String, RefundStatus> REFUNDS =
      Map.of(
          "pending", RefundStatus.PENDING,
          "processed", RefundStatus.SUCCEEDED,
          "failed", RefundStatus.FAILED);

  /** How far one attempt at paying has come. */
  enum Attempt {
    /** The payer has begun, and may have closed the window: nothing is with the bank. */
    BEGUN,
    /** The bank has agreed, and the money is about to be taken. */
    UNDER_WAY,
    TAKEN,
    FAILED
  }

  private RazorpayMapping() {}

  /** Returns how far an attempt has come, empty when it stands in a way that is not known. */
  static Optional<Attempt> attempt(RazorpayPayment payment) {
    return switch (payment.status()) {
      case "created" -> Optional.of(Attempt.BEGUN);
      case "authorized" -> Optional.of(Attempt.UNDER_WAY);
      case CAPTURED -> Optional.of(Attempt.TAKEN);
      // What was authorised and never captured goes back by itself.
      case "refunded" -> Optional.of(payment.captured() ? Attempt.TAKEN : Attempt.FAILED);
      case "failed" -> Optional.of(Attempt.FAILED);
      default -> Optional.empty();
    };
  }

  /** Tells whether an order without attempts can be paid; empty when its status is not known. */
  static Optional<Boolean> canBePaid(String orderStatus) {
    return switch (orderStatus) {
      case "created", "attempted" -> Optional.of(true);
      case "paid" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Decline decline(RazorpayPayment payment) {
    String code =
        payment
            .reason()
            .orElse(payment.status().equals("refunded") ? AUTHORISATION_ENDED : "unspecified");
    return new Decline(DECLINES.getOrDefault(code, DeclineReason.OTHER), code);
  }

  static Optional<RefundStatus> refundStatus(String status) {
    return Optional.ofNullable(REFUNDS.get(status));
  }
}
