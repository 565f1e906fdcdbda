package dev.stagedoor.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.domain.kernel.EmailAddress;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Remembers from where the holder of an account has signed in during the last thirty days. */
@Singleton
final class KnownAddresses {
  private static final Duration KEEP = Duration.ofDays(30);

  private record Place(EmailAddress account, String address) {}

  private final Cache<Place, Instant> seen;
  private final Clock clock;

  KnownAddresses(RateLimits limits, Clock clock) {
    this.seen = Caffeine.newBuilder().maximumSize(limits.callers()).build();
    this.clock = clock;
  }

  void remember(EmailAddress account, String address) {
    seen.put(new Place(account, address), clock.instant());
  }

  boolean knows(EmailAddress account, String address) {
    Instant last = seen.getIfPresent(new Place(account, address));
    return last != null && clock.instant().isBefore(last.plus(KEEP));
  }
}
