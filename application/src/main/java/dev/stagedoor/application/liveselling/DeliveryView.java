package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.Delivery;
import java.time.Instant;
import java.util.Locale;

/**
 * A try to bring an invoice to its buyer.
 *
 * @param channel {@code private_reply}, {@code message} or {@code manual}
 * @param reason why that, by the code of its enum
 * @param status {@code begun}, {@code delivered}, {@code refused}, {@code deferred}, {@code
 *     unknown} or {@code manual}
 * @param providerCode the platform's code where it refused
 */
public record DeliveryView(
    String channel, String reason, String status, String providerCode, Instant at) {
  public static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.channel().code(),
        delivery.reason().code(),
        delivery.status().name().toLowerCase(Locale.ROOT),
        delivery.providerCode(),
        delivery.at());
  }
}
