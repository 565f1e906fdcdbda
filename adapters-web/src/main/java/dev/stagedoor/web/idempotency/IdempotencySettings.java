package dev.stagedoor.web.idempotency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How repeated requests are answered.
 *
 * @param keep how long an answer is replayed
 * @param maxBodyBytes how large the body of a request with a key may be, since all of it is read
 *     before anything is done
 */
@ConfigurationProperties("stagedoor.idempotency")
public record IdempotencySettings(
    @Bindable(defaultValue = "24h") Duration keep,
    @Bindable(defaultValue = "1048576") int maxBodyBytes) {}
