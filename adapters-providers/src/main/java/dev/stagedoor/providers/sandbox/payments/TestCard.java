package dev.stagedoor.providers.sandbox.payments;

import java.util.Optional;
import java.util.stream.Stream;

/** The cards a buyer can hold in the sandbox, and what becomes of a payment with each. */
public enum TestCard {
  SUCCEEDS("4242424242424242", Effect.SUCCEEDS, "", "Succeeds"),
  SUCCEEDS_TOO("5555555555554444", Effect.SUCCEEDS, "", "Succeeds (Mastercard)"),
  DECLINED("4000000000000002", Effect.FAILS, "card_declined", "Declined"),
  INSUFFICIENT_FUNDS(
      "4000000000009995", Effect.FAILS, "insufficient_funds", "Declined: insufficient funds"),
  EXPIRED("4000000000000069", Effect.FAILS, "expired_card", "Declined: expired card"),
  NOT_AUTHENTICATED(
      "4000008400001629", Effect.FAILS, "authentication_failed", "Declined: authentication failed"),
  FRAUDULENT(
      "4100000000000019",
      Effect.FAILS,
      "fraudulent",
      "Declined with a reason Stagedoor has no word for"),
  NETWORK_ERROR("4000000000000119", Effect.FAILS, "network_error", "Network error"),
  FAILS_LATER("4000000000000341", Effect.FAILS_LATER, "card_declined", "Pending, fails later"),
  NEVER_ANSWERS(
      "4000000000000036", Effect.STAYS_PENDING, "", "Stays pending until somebody settles it"),
  ANSWER_LOST("4000000000000077", Effect.ANSWER_LOST, "", "Succeeds, but the answer is lost"),
  TOLD_TWICE("4000000000000044", Effect.TOLD_TWICE, "", "Succeeds, the webhook comes twice"),
  TOLD_FIRST(
      "4000000000000051", Effect.TOLD_FIRST, "", "Succeeds, the webhook comes before the answer");

  private final String number;
  private final Effect effect;
  private final String code;
  private final String says;

  /** What the far side does with a payment. */
  enum Effect {
    SUCCEEDS,
    FAILS,
    FAILS_LATER,
    STAYS_PENDING,
    ANSWER_LOST,
    TOLD_TWICE,
    TOLD_FIRST
  }

  TestCard(String number, Effect effect, String code, String says) {
    this.number = number;
    this.effect = effect;
    this.code = code;
    this.says = says;
  }

  public String number() {
    return number;
  }

  /** Says in a few words what the card does. */
  public String says() {
    return says;
  }

  Effect effect() {
    return effect;
  }

  String code() {
    return code;
  }

  static Optional<TestCard> find(String number) {
    return Stream.of(values()).filter(card -> card.number.equals(number)).findFirst();
  }
}
