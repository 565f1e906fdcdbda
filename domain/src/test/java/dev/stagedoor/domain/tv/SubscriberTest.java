package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubscriberTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void whoIsNewWatchesForNothingUntilTheEndOfTheTrial() {
    Subscriber subscriber = Subscriber.begin(aUserId(), true, WEEK, NOW);

    assertThat(subscriber.trial()).contains(NOW.plus(WEEK));
    assertThat(subscriber.isInTrial(NOW)).isTrue();
    assertThat(subscriber.isInTrial(NOW.plus(WEEK).minusMillis(1))).isTrue();
    assertThat(subscriber.isInTrial(NOW.plus(WEEK))).isFalse();
  }

  @Test
  void whoHadTheirTrialHasNone() {
    Subscriber subscriber = Subscriber.begin(aUserId(), false, WEEK, NOW);

    assertThat(subscriber.since()).isEqualTo(NOW);
    assertThat(subscriber.trial()).isEmpty();
    assertThat(subscriber.isInTrial(NOW)).isFalse();
  }
}
