package dev.stagedoor.application.liveselling;

import java.time.Instant;

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
    String channel, String reason, String status, String providerCode, Instant at) {}
