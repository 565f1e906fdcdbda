package dev.stagedoor.web.courses;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Time as bodies tell it: seconds. */
final class Seconds {
  private static final BigDecimal MOST = BigDecimal.valueOf(Duration.ofDays(3650).toSeconds());

  private Seconds() {}

  /** Returns the nearest number of seconds. */
  static long of(Duration time) {
    return time.plusMillis(500).toSeconds();
  }

  /** Reads how long something took; parts of a second do not count. */
  static Duration read(@Nullable BigDecimal seconds, String member) {
    if (seconds == null) {
      return Duration.ZERO;
    }
    if (seconds.signum() < 0 || seconds.compareTo(MOST) > 0) {
      throw DomainException.invalid(Fault.outside(member, 0, MOST.longValue()));
    }
    return Duration.ofSeconds(Parts.whole(seconds, 0));
  }
}
