package dev.stagedoor.domain.subscriptions;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GracePeriodTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final GracePeriod grace = GracePeriod.standard();

  @Test
  void theUsualOneTakesAWeekWithThreeMails() {
    assertThat(grace.end(NOW)).isEqualTo(NOW.plus(DAY.multipliedBy(7)));
    assertThat(grace.reminder(NOW, 0)).contains(NOW);
    assertThat(grace.reminder(NOW, 1)).contains(NOW.plus(DAY.multipliedBy(3)));
    assertThat(grace.reminder(NOW, 2)).contains(NOW.plus(DAY.multipliedBy(6)));
    assertThat(grace.reminder(NOW, 3)).isEmpty();
  }

  @Test
  void aMailIsDueFromItsMomentOn() {
    assertThat(grace.dueBy(NOW, NOW.minusMillis(1))).isZero();
    assertThat(grace.dueBy(NOW, NOW)).isEqualTo(1);
    assertThat(grace.dueBy(NOW, NOW.plus(DAY.multipliedBy(3)).minusMillis(1))).isEqualTo(1);
    assertThat(grace.dueBy(NOW, NOW.plus(DAY.multipliedBy(3)))).isEqualTo(2);
    assertThat(grace.dueBy(NOW, NOW.plus(DAY.multipliedBy(900)))).isEqualTo(3);
  }

  @Test
  void thereNeedNotBeAny() {
    GracePeriod none = new GracePeriod(Duration.ZERO, List.of());

    assertThat(none.end(NOW)).isEqualTo(NOW);
    assertThat(none.reminder(NOW, 0)).isEmpty();
    assertThat(none.dueBy(NOW, NOW.plus(DAY))).isZero();
  }

  @Test
  void timesAreForwardAndInOrder() {
    assertRefused(DAY.negated(), List.of());
    assertRefused(DAY, List.of(DAY.negated()));
    assertRefused(DAY, List.of(DAY, Duration.ZERO));
  }

  private static void assertRefused(Duration length, List<Duration> reminders) {
    assertThatThrownBy(() -> new GracePeriod(length, reminders))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
