package dev.stagedoor.web.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Knows, a minute late at most, who has a plan that is paid. */
@Singleton
final class PremiumCallers {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final boolean isOn;
  private final LoadingCache<UserId, Boolean> known;

  PremiumCallers(RateLimits limits, Settings settings, SubscriberService subscribers, Clock clock) {
    this.isOn = settings.areas().contains(Settings.Area.TV);
    this.known =
        Caffeine.newBuilder()
            .maximumSize(limits.callers())
            .expireAfterWrite(KEPT)
            .ticker(() -> nanos(clock))
            .build(subscribers::isPremium);
  }

  boolean has(Actor actor) {
    try {
      return isOn && actor.user().filter(known::get).isPresent();
    } catch (StoreUnavailable unknown) {
      // What the request is for will say the same, if it needs the database at all.
      return false;
    }
  }

  private static long nanos(Clock clock) {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
