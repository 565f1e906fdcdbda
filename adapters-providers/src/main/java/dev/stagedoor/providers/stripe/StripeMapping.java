package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts Stripe's words into ours. What is not here is not guessed. */
final class StripeMapping {
  /** Under which name a charge carries our payment's id. */
  static final String OUR_PAYMENT = "stagedoor_payment";

  private static final Map<String, SubscriptionStatus> SUBSCRIPTIONS =
      Map.of(
          "incomplete", SubscriptionStatus.INCOMPLETE,
          "incomplete_expired", SubscriptionStatus.ENDED,
          "trialing", SubscriptionStatus.TRIALING,
          "active", SubscriptionStatus.ACTIVE,
          "past_due", SubscriptionStatus.PAST_DUE,
          "canceled", SubscriptionStatus.ENDED,
          "unpaid", SubscriptionStatus.UNPAID,
          "paused", SubscriptionStatus.PAUSED);

  private StripeMapping() {}

  static Optional<SubscriptionStatus> subscription(@Nullable String status) {
    return status == null ? Optional.empty() : Optional.ofNullable(SUBSCRIPTIONS.get(status));
  }
}
