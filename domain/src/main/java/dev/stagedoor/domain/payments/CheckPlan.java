package dev.stagedoor.domain.payments;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the provider is asked again about a payment: soon at first, then ever more rarely, and for
 * as long as there is something to find out.
 */
final class CheckPlan {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration WHILE_SOMEBODY_WAITS = Duration.ofMinutes(10);
  private static final Duration WHILE_NOBODY_WAITS = Duration.ofDays(1);
  private static final Duration EXPIRY = Duration.ofHours(24);
  // Some banks authorise three days late, and what a bank agreed to is captured for five.
  private static final Duration LATE_SUCCESS = Duration.ofDays(6);

  private final Instant opened;
  private int checks;
  private @Nullable Instant next;

  CheckPlan(Instant opened, int checks, @Nullable Instant next) {
    this.opened = opened;
    this.checks = checks;
    this.next = next;
  }

  static Instant first(Instant opened) {
    return opened.plus(FIRST);
  }

  /** Something has just happened, so more may soon be known. */
  void startOver(Instant now) {
    checks = 0;
    next = now.plus(FIRST);
  }

  /**
   * Plans the next look: as long as somebody waits for what becomes of the money, else when a look
   * that gave nothing must be repeated, in the end once a day, else never.
   */
  void plan(PaymentStatus status, boolean isRefundUnderWay, boolean mustRepeat, Instant now) {
    boolean mayStillPay =
        status.isOpen() || (status == PaymentStatus.CANCELLED && maySucceedLate(now));
    if (mayStillPay || isRefundUnderWay) {
      plan(now, WHILE_SOMEBODY_WAITS);
    } else if (mustRepeat) {
      plan(now, WHILE_NOBODY_WAITS);
    } else {
      stop();
    }
  }

  private void plan(Instant now, Duration longest) {
    checks++;
    Duration pause = FIRST.multipliedBy(1L << Math.min(checks, 12));
    next = now.plus(pause.compareTo(longest) > 0 ? longest : pause);
  }

  /** There is nothing more to find out. */
  void stop() {
    checks++;
    next = null;
  }

  /** Tells whether it was opened so long ago that nobody is expected to pay it any more. */
  boolean hasExpired(Instant now) {
    return !now.isBefore(opened.plus(EXPIRY));
  }

  /** Tells whether money may still come of a charge that was given up. */
  private boolean maySucceedLate(Instant now) {
    return now.isBefore(opened.plus(LATE_SUCCESS));
  }

  int checks() {
    return checks;
  }

  @Nullable Instant next() {
    return next;
  }
}
