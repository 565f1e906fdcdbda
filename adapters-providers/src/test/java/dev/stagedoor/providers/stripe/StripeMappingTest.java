package dev.stagedoor.providers.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMappingTest {
  @ParameterizedTest
  @CsvSource({
    "incomplete, INCOMPLETE",
    "incomplete_expired, ENDED",
    "trialing, TRIALING",
    "active, ACTIVE",
    "past_due, PAST_DUE",
    "canceled, ENDED",
    "unpaid, UNPAID",
    "paused, PAUSED"
  })
  void everyStandingOfASubscriptionIsKnown(String theirs, SubscriptionStatus ours) {
    assertThat(StripeMapping.subscription(theirs)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "pending, PENDING",
    "requires_action, PENDING",
    "succeeded, SUCCEEDED",
    "failed, FAILED",
    "canceled, FAILED"
  })
  void everyStandingOfARefundIsKnown(String theirs, RefundStatus ours) {
    assertThat(StripeMapping.refund(theirs)).contains(ours);
  }

  // https://docs.stripe.com/declines/codes
  @ParameterizedTest
  @CsvSource({
    "authentication_required, AUTHENTICATION_FAILED",
    "payment_intent_authentication_failure, AUTHENTICATION_FAILED",
    "approve_with_id, CARD_DECLINED",
    "call_issuer, CARD_DECLINED",
    "card_declined, CARD_DECLINED",
    "card_not_supported, CARD_DECLINED",
    "card_velocity_exceeded, CARD_DECLINED",
    "currency_not_supported, CARD_DECLINED",
    "do_not_honor, CARD_DECLINED",
    "do_not_try_again, CARD_DECLINED",
    "duplicate_transaction, OTHER",
    "expired_card, EXPIRED_CARD",
    "fraudulent, CARD_DECLINED",
    "generic_decline, CARD_DECLINED",
    "incorrect_number, CARD_DECLINED",
    "incorrect_cvc, CARD_DECLINED",
    "incorrect_pin, CARD_DECLINED",
    "incorrect_zip, CARD_DECLINED",
    "insufficient_funds, INSUFFICIENT_FUNDS",
    "invalid_account, CARD_DECLINED",
    "invalid_amount, OTHER",
    "invalid_cvc, CARD_DECLINED",
    "invalid_expiry_month, CARD_DECLINED",
    "invalid_expiry_year, CARD_DECLINED",
    "invalid_number, CARD_DECLINED",
    "invalid_pin, CARD_DECLINED",
    "issuer_not_available, NETWORK_ERROR",
    "lost_card, CARD_DECLINED",
    "merchant_blacklist, CARD_DECLINED",
    "mobile_device_authentication_required, AUTHENTICATION_FAILED",
    "new_account_information_available, CARD_DECLINED",
    "no_action_taken, CARD_DECLINED",
    "not_permitted, CARD_DECLINED",
    "offline_pin_required, AUTHENTICATION_FAILED",
    "online_or_offline_pin_required, AUTHENTICATION_FAILED",
    "pickup_card, CARD_DECLINED",
    "pin_try_exceeded, CARD_DECLINED",
    "processing_error, NETWORK_ERROR",
    "reenter_transaction, NETWORK_ERROR",
    "restricted_card, CARD_DECLINED",
    "revocation_of_all_authorizations, CARD_DECLINED",
    "revocation_of_authorization, CARD_DECLINED",
    "security_violation, CARD_DECLINED",
    "service_not_allowed, CARD_DECLINED",
    "stolen_card, CARD_DECLINED",
    "stop_payment_order, CARD_DECLINED",
    "testmode_decline, OTHER",
    "transaction_not_allowed, CARD_DECLINED",
    "try_again_later, NETWORK_ERROR",
    "withdrawal_count_limit_exceeded, CARD_DECLINED",
    "a_code_of_tomorrow, OTHER"
  })
  void everyReasonToDeclineIsKnownAndItsCodeKept(String code, DeclineReason reason) {
    assertThat(StripeMapping.decline(code)).isEqualTo(new Decline(reason, code));
  }

  @Test
  void aStandingOfTomorrowIsNotGuessed() {
    assertThat(StripeMapping.subscription("dreaming")).isEmpty();
    assertThat(StripeMapping.subscription(null)).isEmpty();
    assertThat(StripeMapping.refund("dreaming")).isEmpty();
  }
}
