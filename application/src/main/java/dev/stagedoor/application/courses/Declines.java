package dev.stagedoor.application.courses;

import dev.stagedoor.domain.payments.Decline;

/** Says in plain words to programs why a payment was declined. */
final class Declines {
  private Declines() {}

  static String said(Decline decline) {
    return switch (decline.reason()) {
      case CARD_DECLINED -> "Card declined";
      case INSUFFICIENT_FUNDS -> "Insufficient funds";
      case EXPIRED_CARD -> "Card expired";
      case AUTHENTICATION_FAILED -> "Authentication failed";
      case NETWORK_ERROR -> "The bank could not be reached";
      case OTHER -> "Payment declined";
    };
  }
}
