package dev.stagedoor.web.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.webhooks.WebhookView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One delivery, and what became of it. */
@Serdeable
public record WebhookResponse(
    UUID id,
    String provider,
    @JsonProperty("delivery_id") String deliveryId,
    String type,
    String status,
    int attempts,
    Optional<String> error,
    @JsonProperty("received_at") Instant receivedAt,
    @JsonProperty("applied_at") Optional<Instant> appliedAt) {
  static WebhookResponse from(WebhookView webhook) {
    return new WebhookResponse(
        webhook.id(),
        webhook.provider(),
        webhook.deliveryId(),
        webhook.type(),
        webhook.status(),
        webhook.attempts(),
        webhook.error(),
        webhook.receivedAt(),
        webhook.appliedAt());
  }
}
