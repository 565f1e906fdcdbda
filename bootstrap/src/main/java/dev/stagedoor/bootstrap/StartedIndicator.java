package dev.stagedoor.bootstrap;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Says that the server is not ready while it listens and what must be there from the start is still
 * being made: the first admin, the first plans, the demo.
 */
@Singleton
@Readiness
final class StartedIndicator implements HealthIndicator {
  private volatile boolean isStarted;

  void started() {
    isStarted = true;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = isStarted ? HealthStatus.UP : HealthStatus.DOWN;
    return Mono.just(HealthResult.builder("start", status).build());
  }
}
