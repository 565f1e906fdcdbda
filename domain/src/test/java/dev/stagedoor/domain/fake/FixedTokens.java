package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.util.concurrent.atomic.AtomicLong;

/** Counts: {@code token-1}, {@code token-2}. */
public final class FixedTokens implements Tokens {
  private final AtomicLong last = new AtomicLong();

  @Override
  public Secret next() {
    return Secret.of("token-" + last.incrementAndGet());
  }
}
