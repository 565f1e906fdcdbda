package dev.stagedoor.application.random;

import dev.stagedoor.domain.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that new rows
 * come last in their index.
 */
public final class TimeOrderedIds implements Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final SecureRandom random;

  public TimeOrderedIds(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public UUID next() {
    long high = (clock.millis() << 16) | VERSION_7 | (random.nextInt() & 0x0FFF);
    long low = VARIANT | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
    return new UUID(high, low);
  }
}
