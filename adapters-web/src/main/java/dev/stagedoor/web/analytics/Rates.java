package dev.stagedoor.web.analytics;

import dev.stagedoor.domain.analytics.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Writes shares and times as decimals. */
final class Rates {
  private static final int DIGITS = 4;

  private Rates() {}

  /** Returns a share of one; nothing where there was nothing to be part of. */
  static Optional<BigDecimal> of(Share share) {
    return share.isOfSomething() ? Optional.of(of(share.part(), share.whole())) : Optional.empty();
  }

  static BigDecimal of(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
  }

  static BigDecimal millis(long micros) {
    return BigDecimal.valueOf(micros, 3);
  }

  static BigDecimal permille(long thousandths) {
    return BigDecimal.valueOf(thousandths, 3);
  }
}
