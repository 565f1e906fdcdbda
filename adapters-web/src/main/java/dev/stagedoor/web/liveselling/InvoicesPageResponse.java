package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of a show's invoices, by buyer. */
@Serdeable
public record InvoicesPageResponse(
    List<InvoiceResponse.Invoice> invoices, int page, int limit, long total) {

  static InvoicesPageResponse from(Page<InvoiceView> views, Problems problems) {
    return new InvoicesPageResponse(
        views.items().stream().map(view -> InvoiceResponse.Invoice.from(view, problems)).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
