package dev.stagedoor.domain.invoicing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the provider is asked again about an invoice: soon at first, then ever more rarely. */
final class InvoiceChecks {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(180);

  private int checks;
  private @Nullable Instant next;

  InvoiceChecks(int checks, @Nullable Instant next) {
    this.checks = checks;
    this.next = next;
  }

  /** Plans the next look at something that may still change, unless it has been so for too long. */
  void plan(Instant created, Instant now) {
    if (now.isAfter(created.plus(GIVEN_UP_AFTER))) {
      next = null;
      return;
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(checks, 12));
    next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    checks++;
  }

  /** Begins again, with a look at that time. */
  void startOver(Instant at) {
    checks = 0;
    next = at;
  }

  void at(Instant time) {
    next = time;
  }

  void stop() {
    next = null;
  }

  int checks() {
    return checks;
  }

  @Nullable Instant next() {
    return next;
  }
}
