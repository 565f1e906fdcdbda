package dev.stagedoor.application.webhooks;

import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One trusted delivery, and what became of it. Signature headers are not kept. */
public record ReceivedWebhook(
    UUID id,
    RawWebhook raw,
    String deliveryId,
    String type,
    Status status,
    int attempts,
    Optional<String> error,
    Instant receivedAt,
    Optional<Instant> appliedAt) {
  /** What became of a delivery. */
  public enum Status {
    APPLIED,
    /** Trusted, and of a type that means nothing here. */
    IGNORED,
    /** Could not be applied yet; it is retried. */
    FAILED
  }

  ReceivedWebhook applied(Instant now) {
    return new ReceivedWebhook(
        id,
        raw,
        deliveryId,
        type,
        Status.APPLIED,
        attempts + 1,
        Optional.empty(),
        receivedAt,
        Optional.of(now));
  }

  ReceivedWebhook failed(String why) {
    return new ReceivedWebhook(
        id,
        raw,
        deliveryId,
        type,
        Status.FAILED,
        attempts + 1,
        Optional.of(why),
        receivedAt,
        appliedAt);
  }
}
