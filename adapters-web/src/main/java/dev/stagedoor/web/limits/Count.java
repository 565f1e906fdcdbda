package dev.stagedoor.web.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Where a caller stands with a limit.
 *
 * @param allowed whether this one still was within it
 * @param reset until all of it is there again, counted from now
 * @param resetAt when that is
 */
record Count(
    Quota quota, Duration period, boolean allowed, long left, Duration reset, Instant resetAt) {
  String policyField() {
    return String.format(
        Locale.ROOT, "\"%s\";q=%d;w=%d", quota.name(), quota.most(), period.toSeconds());
  }

  String limitField() {
    return String.format(Locale.ROOT, "\"%s\";r=%d;t=%d", quota.name(), left, resetSeconds());
  }

  long resetSeconds() {
    return reset.plusNanos(999_999_999).toSeconds();
  }
}
