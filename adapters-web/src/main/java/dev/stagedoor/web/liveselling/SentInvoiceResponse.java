package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.SentInvoice;
import io.micronaut.serde.annotation.Serdeable;

/** An invoice after a try to bring it to its buyer, and that try. */
@Serdeable
public record SentInvoiceResponse(InvoiceResponse.Invoice invoice, DeliveryResponse delivery) {

  static SentInvoiceResponse from(SentInvoice sent, Problems problems) {
    return new SentInvoiceResponse(
        InvoiceResponse.Invoice.from(sent.invoice(), problems),
        DeliveryResponse.from(sent.delivery(), sent.invoice().externalUrl()));
  }
}
