package dev.stagedoor.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Counts by limit and caller. A period begins with a caller's first request and gives everything
 * back at its end.
 */
@Singleton
final class Counters {
  private record Key(String quota, String caller) {}

  private final Cache<Key, Bucket> buckets;
  private final Clock clock;
  private final TimeMeter time;
  private final Duration period;
  private final MeterRegistry meters;

  Counters(RateLimits limits, Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.time = new ClockMeter(clock);
    this.period = limits.period();
    this.meters = meters;
    Ticker ticker = time::currentTimeNanos;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(limits.callers())
            .expireAfterAccess(period.multipliedBy(2))
            .ticker(ticker)
            .build();
  }

  /** Counts one more, unless the limit is reached. */
  Count count(Quota quota, String caller) {
    ConsumptionProbe probe = bucket(quota, caller).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      meters.counter("stagedoor.requests.limited", "limit", quota.name()).increment();
    }
    Duration reset = Duration.ofNanos(probe.getNanosToWaitForReset());
    return new Count(
        quota,
        period,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        reset,
        clock.instant().plus(reset));
  }

  /** Takes one count back. */
  void giveBack(Quota quota, String caller) {
    bucket(quota, caller).addTokens(1);
  }

  /** Takes all counts back. */
  void clear(Quota quota, String caller) {
    buckets.invalidate(new Key(quota.name(), caller));
  }

  private Bucket bucket(Quota quota, String caller) {
    return buckets.get(new Key(quota.name(), caller), key -> full(quota));
  }

  private Bucket full(Quota quota) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(quota.most()).refillIntervally(quota.most(), period))
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
