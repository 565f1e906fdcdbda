package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Counts: the first id ends in 1, the next in 2. */
public final class FixedIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID next() {
    return at(last.incrementAndGet());
  }

  /** Returns the {@code n}-th id this gives or gave, counted from 1. */
  public static UUID at(long n) {
    return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | n);
  }
}
