package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to bring an invoice to its buyer: what was chosen, why, and what came of it. It is stored
 * before the platform is asked, so that a crash leaves a try that may have arrived, and nothing is
 * sent twice by itself.
 *
 * @param page the page that sends; empty where the operator does
 * @param to the comment that is answered or the person who is written to; empty where the operator
 *     sends
 * @param providerCode the platform's own code where it refused; blank otherwise
 */
public record Delivery(
    DeliveryId id,
    InvoiceId invoice,
    SendChannel channel,
    SendReason reason,
    Optional<ProviderRef> page,
    Optional<DirectMessage.Recipient> to,
    Status status,
    String providerCode,
    Instant at) {
  /** What came of a try. */
  public enum Status {
    /** The platform is being asked; after a crash, it may have arrived. */
    BEGUN,
    DELIVERED,
    REFUSED,
    /** Surely not delivered; it may be tried again. */
    DEFERRED,
    /** It may have arrived. */
    UNKNOWN,
    /** For the operator to do. */
    MANUAL
  }

  public Delivery ended(Status next, SendReason why, String code) {
    return new Delivery(id, invoice, channel, why, page, to, next, code, at);
  }
}
