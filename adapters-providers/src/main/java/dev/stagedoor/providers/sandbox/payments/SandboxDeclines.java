package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import java.util.Map;

/** Puts the sandbox's decline codes into our words. */
final class SandboxDeclines {
  private static final Map<String, DeclineReason> REASONS =
      Map.of(
          "card_declined", DeclineReason.CARD_DECLINED,
          "insufficient_funds", DeclineReason.INSUFFICIENT_FUNDS,
          "expired_card", DeclineReason.EXPIRED_CARD,
          "authentication_failed", DeclineReason.AUTHENTICATION_FAILED,
          "network_error", DeclineReason.NETWORK_ERROR);

  private SandboxDeclines() {}

  static Decline read(String code) {
    return new Decline(REASONS.getOrDefault(code, DeclineReason.OTHER), code);
  }

  /** Says to a buyer what went wrong, as the provider's form would. */
  static String message(DeclineReason reason) {
    return switch (reason) {
      case CARD_DECLINED -> "Your card was declined. Please try a different payment method.";
      case INSUFFICIENT_FUNDS -> "Insufficient funds. Please try a different card.";
      case EXPIRED_CARD -> "Your card has expired. Please try a different card.";
      case AUTHENTICATION_FAILED ->
          "Your bank could not confirm that it is you. Please try again or use a different card.";
      case NETWORK_ERROR -> "Network error. Please try again.";
      case OTHER -> "Payment processing failed. Please contact support.";
    };
  }
}
