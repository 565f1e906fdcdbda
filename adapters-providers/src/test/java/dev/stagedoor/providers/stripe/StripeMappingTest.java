package dev.stagedoor.providers.stripe;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void aStandingOfTomorrowIsNotGuessed() {
    assertThat(StripeMapping.subscription("dreaming")).isEmpty();
    assertThat(StripeMapping.subscription(null)).isEmpty();
  }
}
