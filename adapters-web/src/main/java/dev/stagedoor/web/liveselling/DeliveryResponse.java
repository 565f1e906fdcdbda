package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.DeliveryView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last try to bring an invoice to its buyer. */
@Serdeable
public record DeliveryResponse(
    String channel,
    String status,
    @Nullable String url,
    String reason,
    @Nullable String providerCode,
    Instant at) {

  static DeliveryResponse from(DeliveryView delivery, Optional<String> url) {
    return new DeliveryResponse(
        delivery.channel(),
        delivery.status(),
        url.orElse(null),
        delivery.reason(),
        delivery.providerCode().isBlank() ? null : delivery.providerCode(),
        delivery.at());
  }
}
