package dev.stagedoor.providers.stripe;

import com.stripe.model.Refund;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts Stripe's words into ours. What is not here is not guessed. */
final class StripeMapping {
  /** Under which name a charge carries our payment's id. */
  static final String OUR_PAYMENT = "stagedoor_payment";

  /** Under which name a refund carries our refund's id. */
  static final String OUR_REFUND = "stagedoor_refund";

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

  private static final Map<String, RefundStatus> REFUNDS =
      Map.of(
          "pending", RefundStatus.PENDING,
          "requires_action", RefundStatus.PENDING,
          "succeeded", RefundStatus.SUCCEEDED,
          "failed", RefundStatus.FAILED,
          "canceled", RefundStatus.FAILED);

  /** Stripe asks not to tell a payer that a card is known as stolen or the payment as fraud. */
  private static final String ANOTHER_CARD =
      "card_declined generic_decline approve_with_id call_issuer card_not_supported"
          + " card_velocity_exceeded currency_not_supported do_not_honor do_not_try_again fraudulent"
          + " incorrect_cvc incorrect_number incorrect_pin incorrect_zip invalid_account invalid_cvc"
          + " invalid_expiry_month invalid_expiry_year invalid_number invalid_pin lost_card"
          + " merchant_blacklist new_account_information_available no_action_taken not_permitted"
          + " pickup_card pin_try_exceeded restricted_card revocation_of_all_authorizations"
          + " revocation_of_authorization security_violation service_not_allowed stolen_card"
          + " stop_payment_order transaction_not_allowed withdrawal_count_limit_exceeded";

  private static final String NOT_AUTHENTICATED =
      "authentication_required payment_intent_authentication_failure"
          + " mobile_device_authentication_required offline_pin_required"
          + " online_or_offline_pin_required";
  private static final String LATER =
      "issuer_not_available processing_error reenter_transaction try_again_later";

  private static final Map<String, DeclineReason> DECLINES = declines();

  private StripeMapping() {}

  private static Map<String, DeclineReason> declines() {
    Map<String, DeclineReason> declines = new HashMap<>();
    put(declines, ANOTHER_CARD, DeclineReason.CARD_DECLINED);
    put(declines, NOT_AUTHENTICATED, DeclineReason.AUTHENTICATION_FAILED);
    put(declines, LATER, DeclineReason.NETWORK_ERROR);
    put(declines, "insufficient_funds", DeclineReason.INSUFFICIENT_FUNDS);
    put(declines, "expired_card", DeclineReason.EXPIRED_CARD);
    return Map.copyOf(declines);
  }

  private static void put(Map<String, DeclineReason> declines, String codes, DeclineReason reason) {
    for (String code : codes.split(" ", -1)) {
      declines.put(code, reason);
    }
  }

  static Optional<SubscriptionStatus> subscription(@Nullable String status) {
    return status == null ? Optional.empty() : Optional.ofNullable(SUBSCRIPTIONS.get(status));
  }

  static Optional<RefundStatus> refund(@Nullable String status) {
    return status == null ? Optional.empty() : Optional.ofNullable(REFUNDS.get(status));
  }

  /** Reads why an attempt failed; the code is kept, also where it has no entry. */
  static Decline decline(String code) {
    return new Decline(DECLINES.getOrDefault(code, DeclineReason.OTHER), code);
  }

  /** Reads one refund of a list. */
  static ProviderRefund refund(Refund refund) {
    return new ProviderRefund(
        StripeCalls.ref(StripeCalls.needed(refund.getId(), "id")),
        StripeAmounts.read(
            StripeCalls.needed(refund.getAmount(), "amount"),
            StripeCalls.needed(refund.getCurrency(), "currency")),
        refund(refund.getStatus())
            .orElseThrow(() -> StripeCalls.unreadable("a refund that stands in a new way")),
        ours(refund));
  }

  static Optional<RefundId> ours(Refund refund) {
    return Optional.ofNullable(refund.getMetadata())
        .flatMap(data -> ours(data.get(OUR_REFUND)))
        .map(RefundId::new);
  }

  /** Reads an id of ours in metadata, where anybody can write what they like. */
  static Optional<UUID> ours(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
