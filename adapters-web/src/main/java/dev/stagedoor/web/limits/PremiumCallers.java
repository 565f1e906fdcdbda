package dev.stagedoor.web.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
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

/**
 * Knows who has a plan that is paid: a minute late at most when one is over, and seconds when one
 * has just been paid.
 */
@Singleton
final class PremiumCallers {
  private static final Logger LOG = LoggerFactory.getLogger(PremiumCallers.class);
  private static final Duration YES_KEPT = Duration.ofMinutes(1);
  private static final Duration NO_KEPT = Duration.ofSeconds(5);

  private final boolean isOn;
  private final LoadingCache<UserId, Boolean> known;

  PremiumCallers(RateLimits limits, Settings settings, SubscriberService subscribers, Clock clock) {
    this.isOn = settings.areas().contains(Settings.Area.TV);
    this.known =
        Caffeine.newBuilder()
            .maximumSize(limits.callers())
            .expireAfter(Expiry.creating((UserId user, Boolean yes) -> yes ? YES_KEPT : NO_KEPT))
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
