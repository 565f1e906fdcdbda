package dev.stagedoor.web.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.Set;

/** Acknowledges a delivery, in the word that the provider's documents use. */
@Serdeable
public record DeliveryResponse(Optional<Boolean> received, Optional<Boolean> success) {
  private static final Set<String> RECEIVED = Set.of("stripe", "razorpay", "facebook");

  static DeliveryResponse to(ProviderId provider) {
    return RECEIVED.contains(provider.value())
        ? new DeliveryResponse(Optional.of(true), Optional.empty())
        : new DeliveryResponse(Optional.empty(), Optional.of(true));
  }
}
