package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.ShowId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An invoice as operators see it.
 *
 * @param status the code of its enum
 * @param problem what is wrong, where it is in error or was paid otherwise than asked
 * @param delivery the last try to bring it to the buyer
 */
public record InvoiceView(
    UUID id,
    UUID showId,
    String provider,
    Optional<String> externalId,
    Optional<String> externalUrl,
    String buyerHandle,
    String buyerPlatformId,
    String status,
    long amountCents,
    String currency,
    List<Line> lineItems,
    Optional<Problem> problem,
    Optional<DeliveryView> delivery,
    Optional<Instant> sentAt,
    Optional<Instant> paidAt,
    Instant createdAt,
    Instant updatedAt) {
  private static final Set<String> TELLING =
      Set.of(InvoiceStatus.ERROR.code(), InvoiceStatus.PAID.code());

  /** An invoice that may still be paid keeps to itself what was wrong before. */
  public InvoiceView {
    problem = problem.filter(known -> TELLING.contains(status));
  }

  /** Returns an invoice of a show as its operators see it. */
  public static InvoiceView of(ShowId show, Invoice invoice, Optional<DeliveryView> delivery) {
    return new InvoiceView(
        invoice.id().value(),
        show.value(),
        invoice.provider().value(),
        invoice.ref().map(ProviderRef::value),
        invoice.page().map(URI::toString),
        invoice.customer().name(),
        invoice.customer().reference(),
        invoice.status().code(),
        invoice.total().minor(),
        invoice.total().currency().getCurrencyCode().toLowerCase(Locale.ROOT),
        invoice.lines().stream()
            .map(line -> new Line(line.description(), line.quantity(), line.price().minor()))
            .toList(),
        invoice
            .problem()
            .map(
                problem ->
                    new Problem(problem.kind().name().toLowerCase(Locale.ROOT), problem.code())),
        delivery,
        invoice.sentAt(),
        invoice.paidAt(),
        invoice.createdAt(),
        invoice.updatedAt());
  }

  boolean isVoid() {
    return status.equals(InvoiceStatus.VOID.code());
  }

  /** One line; the price is for one piece, in minor units. */
  public record Line(String description, int quantity, long priceCents) {}

  /** What is wrong: the kind's name in lower case, and the provider's code, which may be blank. */
  public record Problem(String kind, String code) {}
}
