package dev.stagedoor.web.idempotency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How repeated requests are answered.
 *
 * @param keep how long an answer is replayed
 * @param lease how long a request holds its key without a sign of life; it gives one three times as
 *     often. After a crash this is how long the key stays taken
 * @param maxBodyBytes how large the body of a request with a key may be, since all of it is read
 *     before anything is done
 */
@ConfigurationProperties("stagedoor.idempotency")
public record IdempotencySettings(
    @Bindable(defaultValue = "24h") Duration keep,
    @Bindable(defaultValue = "2m") Duration lease,
    @Bindable(defaultValue = "1048576") int maxBodyBytes) {
  public IdempotencySettings {
    if (lease.compareTo(Duration.ofSeconds(1)) < 0 || keep.compareTo(lease) < 0) {
      throw new IllegalArgumentException(
          "stagedoor.idempotency.lease must be 1s or more, and not longer than keep");
    }
  }
}
