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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows, a minute late at most, who has a plan that is paid. */
@Singleton
final class PremiumCallers {
  private static final Logger LOG = LoggerFactory.getLogger(PremiumCallers.class);
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

  /** Tells whether it would have to be looked up first. */
  boolean mustAsk(Actor actor) {
    return isOn && actor.user().filter(user -> known.getIfPresent(user) == null).isPresent();
  }

  /** Looks it up. Waits for the database. */
  void ask(Actor actor) {
    try {
      actor
          .user()
          .ifPresent(
              user -> {
                var unused = known.get(user);
              });
    } catch (StoreUnavailable unknown) {
      // What the request is for will say the same, if it needs the database at all.
      LOG.debug("nobody knows who pays: {}", unknown.getMessage());
    }
  }

  /** Tells whether somebody has one, as far as that was looked up. */
  boolean has(Actor actor) {
    return actor.user().filter(user -> Boolean.TRUE.equals(known.getIfPresent(user))).isPresent();
  }

  private static long nanos(Clock clock) {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
