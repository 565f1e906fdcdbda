package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One webhook and what became of it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryResponse(
    String id,
    String type,
    String path,
    String status,
    int attempts,
    @Nullable Integer responseStatus,
    @Nullable String problem,
    String createdAt,
    @Nullable String lastAttemptAt,
    @Nullable String nextAttemptAt,
    String body) {
  static DeliveryResponse from(Delivery delivery) {
    return new DeliveryResponse(
        delivery.id(),
        delivery.type(),
        delivery.path(),
        delivery.status().name().toLowerCase(Locale.ROOT),
        delivery.attempts(),
        delivery.responseStatus(),
        delivery.problem(),
        delivery.createdAt().toString(),
        text(delivery.lastAttemptAt()),
        text(delivery.nextAttemptAt()),
        delivery.body());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
