package dev.stagedoor.domain.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a subscription still counts after a payment failed, or after the end of what is known to
 * be paid, and when its holder is reminded of a failure.
 *
 * @param length from there to the end
 * @param reminders how long after the failure each mail is written, in order; the first may be zero
 */
public record GracePeriod(Duration length, List<Duration> reminders) {
  public GracePeriod {
    reminders = List.copyOf(reminders);
    if (length.isNegative() || reminders.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a grace period takes no negative time");
    }
    if (!reminders.stream().sorted().toList().equals(reminders)) {
      throw new IllegalArgumentException("reminders come in order");
    }
  }

  /** Seven days, with mails on the first, the fourth and the seventh. */
  public static GracePeriod standard() {
    return new GracePeriod(
        Duration.ofDays(7), List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(6)));
  }

  public Instant end(Instant failure) {
    return failure.plus(length);
  }

  /** Returns when the reminder after so many is due, empty when that was the last. */
  Optional<Instant> reminder(Instant failure, int after) {
    return after < reminders.size()
        ? Optional.of(failure.plus(reminders.get(after)))
        : Optional.empty();
  }

  /** Returns how many reminders are due by a time. */
  int dueBy(Instant failure, Instant now) {
    return (int) reminders.stream().filter(after -> !failure.plus(after).isAfter(now)).count();
  }
}
