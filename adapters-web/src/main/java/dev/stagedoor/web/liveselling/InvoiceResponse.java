package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.InvoiceView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice, wrapped as clients expect it. */
@Serdeable
public record InvoiceResponse(Invoice invoice) {

  /** An invoice: draft, sent, paid, void or error. */
  @Serdeable
  public record Invoice(
      UUID id,
      UUID showId,
      String provider,
      @Nullable String externalId,
      @Nullable String externalUrl,
      String buyerHandle,
      String buyerPlatformId,
      String status,
      long amountCents,
      String currency,
      List<Line> lineItems,
      @Nullable String errorMessage,
      @Nullable DeliveryResponse delivery,
      @Nullable Instant sentAt,
      @Nullable Instant paidAt,
      Instant createdAt,
      Instant updatedAt) {
    static Invoice from(InvoiceView view, Problems problems) {
      return new Invoice(
          view.id(),
          view.showId(),
          view.provider(),
          view.externalId().orElse(null),
          view.externalUrl().orElse(null),
          view.buyerHandle(),
          view.buyerPlatformId(),
          view.status(),
          view.amountCents(),
          view.currency().toLowerCase(Locale.ROOT),
          view.lineItems().stream().map(Line::from).toList(),
          view.problem().map(problems::say).orElse(null),
          view.delivery().map(last -> DeliveryResponse.from(last, view.externalUrl())).orElse(null),
          view.sentAt().orElse(null),
          view.paidAt().orElse(null),
          view.createdAt(),
          view.updatedAt());
    }
  }

  /** One line of an invoice, with the price of one piece. */
  @Serdeable
  public record Line(String description, int quantity, long priceCents) {
    static Line from(InvoiceView.Line line) {
      return new Line(line.description(), line.quantity(), line.priceCents());
    }
  }

  static InvoiceResponse from(InvoiceView view, Problems problems) {
    return new InvoiceResponse(Invoice.from(view, problems));
  }
}
