package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.liveselling.ShowInvoiceService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.ShowId;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** The invoices of a show: one for each buyer. */
@Controller("/api/shows/{id}/invoices")
@Tag(name = "Live selling")
class ShowInvoiceController {
  /** Shows mostly have fewer buyers, who are then listed at once. */
  static final String WHOLE = "" + PageRequest.MAX_LIMIT;

  private final ShowInvoiceService invoices;
  private final Translations translations;

  ShowInvoiceController(ShowInvoiceService invoices, Translations translations) {
    this.invoices = invoices;
    this.translations = translations;
  }

  /** Writes the invoices of buyers that have none; what failed is told by its status. */
  @Post("/generate")
  InvoicesResponse generate(
      Actor actor, Language language, UUID id, @Body Optional<GenerateInvoicesRequest> request) {
    actor.mustBeSignedIn();
    GenerateInvoicesRequest wanted = request.orElseGet(GenerateInvoicesRequest::everybody);
    return InvoicesResponse.from(
        invoices.generate(actor, new ShowId(id), wanted.toCommand()), problems(language));
  }

  /** Lists the show's invoices by buyer; for any plan. */
  @Get
  InvoicesPageResponse list(
      Actor actor,
      Language language,
      UUID id,
      @QueryValue(defaultValue = "1") int page,
      @QueryValue(defaultValue = WHOLE) int limit) {
    return InvoicesPageResponse.from(
        invoices.list(actor, new ShowId(id), new PageRequest(page, limit)), problems(language));
  }

  /** Brings an invoice to its buyer, again where it was before. */
  @Post("/{invoiceId}/send")
  SentInvoiceResponse send(Actor actor, Language language, UUID id, UUID invoiceId) {
    return SentInvoiceResponse.from(
        invoices.send(actor, new ShowId(id), new InvoiceId(invoiceId)), problems(language));
  }

  /** Tries an invoice again that failed. */
  @Post("/{invoiceId}/retry")
  InvoiceResponse retry(Actor actor, Language language, UUID id, UUID invoiceId) {
    return InvoiceResponse.from(
        invoices.retry(actor, new ShowId(id), new InvoiceId(invoiceId)), problems(language));
  }

  /** Takes an unpaid invoice back; what was on it can be billed anew. */
  @Post("/{invoiceId}/void")
  InvoiceResponse cancel(Actor actor, Language language, UUID id, UUID invoiceId) {
    return InvoiceResponse.from(
        invoices.cancel(actor, new ShowId(id), new InvoiceId(invoiceId)), problems(language));
  }

  private Problems problems(Language language) {
    return new Problems(translations, language);
  }
}
