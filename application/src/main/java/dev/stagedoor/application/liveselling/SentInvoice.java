package dev.stagedoor.application.liveselling;

/** An invoice after a try to send it; the try is its {@code delivery}. */
public record SentInvoice(InvoiceView invoice, DeliveryView delivery) {}
