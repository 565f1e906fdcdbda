package dev.stagedoor.web.courses;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads numbers whose small parts do not count. */
final class Parts {
  private Parts() {}

  /**
   * Returns how many units of {@code 10^-digits} are whole. What is less than one is zero before
   * its digits are written out, however many there are.
   */
  static long whole(BigDecimal number, int digits) {
    boolean isNone = number.precision() - (long) number.scale() + digits <= 0;
    return isNone
        ? 0
        : number.scaleByPowerOfTen(digits).setScale(0, RoundingMode.DOWN).longValueExact();
  }
}
