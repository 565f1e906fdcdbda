package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the operators of a show what becomes of its invoices, in the open unit of work. */
final class InvoiceNews {
  private final ShowQueries queries;
  private final LiveUpdates updates;
  private final ShowNews news;

  InvoiceNews(ShowQueries queries, LiveUpdates updates) {
    this.queries = queries;
    this.updates = updates;
    this.news = new ShowNews(updates);
  }

  void created(ShowId show, Invoice invoice) {
    publish(show, InvoiceView.of(show, invoice, Optional.empty()), "invoice.created");
  }

  /** Tells that an invoice stands otherwise, and with it its buyer. */
  void moved(ShowId show, Invoice invoice, InvoiceStatus now) {
    tell(
        show,
        invoice.id(),
        switch (now) {
          case DRAFT -> "invoice.updated";
          case SENT -> "invoice.sent";
          case PAID -> "invoice.paid";
          case VOID -> "invoice.voided";
          case ERROR -> "invoice.failed";
        });
    news.changed(show, new Buyer(invoice.customer().reference(), invoice.customer().name()));
  }

  /** Tells of a try to bring an invoice to its buyer. */
  void updated(ShowId show, InvoiceId invoice) {
    tell(show, invoice, "invoice.updated");
  }

  private void tell(ShowId show, InvoiceId invoice, String type) {
    publish(show, queries.invoices(show, Optional.of(invoice)).get(0), type);
  }

  private void publish(ShowId show, InvoiceView view, String type) {
    updates.publish(new LiveUpdate(Show.subject(show), type, Map.of("invoice", data(view))));
  }

  private static Map<String, Object> data(InvoiceView view) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", view.id().toString());
    data.put("showId", view.showId().toString());
    data.put("provider", view.provider());
    view.externalId().ifPresent(id -> data.put("externalId", id));
    view.externalUrl().ifPresent(url -> data.put("externalUrl", url));
    data.put("buyerHandle", view.buyerHandle());
    data.put("buyerPlatformId", view.buyerPlatformId());
    data.put("status", view.status());
    data.put("amountCents", view.amountCents());
    data.put("currency", view.currency());
    data.put("lineItems", view.lineItems().stream().map(InvoiceNews::data).toList());
    view.problem()
        .ifPresent(
            problem -> data.put("problem", Map.of("kind", problem.kind(), "code", problem.code())));
    view.delivery().ifPresent(delivery -> data.put("delivery", data(delivery)));
    put(data, "sentAt", view.sentAt());
    put(data, "paidAt", view.paidAt());
    data.put("createdAt", view.createdAt().toString());
    data.put("updatedAt", view.updatedAt().toString());
    return Map.copyOf(data);
  }

  private static Map<String, Object> data(InvoiceView.Line line) {
    return Map.of(
        "description", line.description(),
        "quantity", line.quantity(),
        "priceCents", line.priceCents());
  }

  private static Map<String, Object> data(DeliveryView delivery) {
    return Map.of(
        "channel", delivery.channel(),
        "reason", delivery.reason(),
        "status", delivery.status(),
        "providerCode", delivery.providerCode(),
        "at", delivery.at().toString());
  }

  private static void put(Map<String, Object> data, String name, Optional<Instant> time) {
    time.ifPresent(at -> data.put(name, at.toString()));
  }
}
