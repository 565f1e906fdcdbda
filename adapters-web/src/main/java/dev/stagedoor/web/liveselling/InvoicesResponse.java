package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.InvoiceView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The invoices of those buyers who were meant. */
@Serdeable
public record InvoicesResponse(List<InvoiceResponse.Invoice> invoices) {

  static InvoicesResponse from(List<InvoiceView> views, Problems problems) {
    return new InvoicesResponse(
        views.stream().map(view -> InvoiceResponse.Invoice.from(view, problems)).toList());
  }
}
