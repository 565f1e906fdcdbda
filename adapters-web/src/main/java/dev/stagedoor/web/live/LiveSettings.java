package dev.stagedoor.web.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How live updates are sent.
 *
 * @param heartbeat how often a silent line says that the connection still stands
 * @param queue how many updates may wait for a slow reader before it is dropped
 */
@ConfigurationProperties("stagedoor.live")
public record LiveSettings(
    @Bindable(defaultValue = "15s") Duration heartbeat,
    @Bindable(defaultValue = "256") int queue) {}
