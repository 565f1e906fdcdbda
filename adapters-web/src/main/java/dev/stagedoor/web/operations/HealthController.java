package dev.stagedoor.web.operations;

import io.micronaut.health.HealthStatus;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Health as clients of {@code /api/v1} ask for it; machines ask {@code /health}. */
@Controller("/api/v1/health")
@Tag(name = "Operations")
class HealthController {
  private final HealthEndpoint health;
  private final Clock clock;

  HealthController(HealthEndpoint health, Clock clock) {
    this.health = health;
    this.clock = clock;
  }

  /** Tells whether the product works; 503 when it does not. */
  @Get
  Publisher<HttpResponse<StatusResponse>> health() {
    return Mono.from(health.getHealth(null))
        .map(
            result -> {
              boolean up = HealthStatus.UP.equals(result.getStatus());
              return HttpResponse.<StatusResponse>status(
                      up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                  .body(new StatusResponse(up ? "ok" : "down", clock.instant()));
            });
  }
}
