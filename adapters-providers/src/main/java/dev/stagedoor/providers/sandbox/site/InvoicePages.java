package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.invoices.Bill;
import dev.stagedoor.providers.sandbox.invoices.SandboxInvoicing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;

/** Where a customer pays an invoice. */
@Controller("/sandbox/pay")
@ExecuteOn(TaskExecutors.BLOCKING)
final class InvoicePages {
  private final SandboxInvoicing invoicing;

  InvoicePages(Sandbox sandbox) {
    this.invoicing = sandbox.invoicing();
  }

  @Get("/{id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(@PathVariable String id) {
    return invoicing
        .find(id)
        .map(bill -> page(bill, HostedPage.declined(bill.failure()), HttpStatus.OK))
        .orElseGet(HostedPage::absent);
  }

  @Post("/{id}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> pay(@PathVariable String id, @Body ConfirmRequest request) {
    Optional<Bill> found = invoicing.find(id);
    if (found.isEmpty()) {
      return HostedPage.absent();
    }
    try {
      Bill bill = invoicing.pay(id, request.card()).orElse(found.get());
      return HttpResponse.seeOther(URI.create("/sandbox/pay/" + bill.id()));
    } catch (ControlRefusal refusal) {
      return page(found.get(), Optional.of(refusal.detail()), refusal.status());
    }
  }

  private static HttpResponse<String> page(Bill bill, Optional<String> problem, HttpStatus status) {
    HostedPage page =
        new HostedPage("Invoice over " + HostedPage.money(bill.total()))
            .says(bill.memo())
            .says("For " + (bill.name().isBlank() ? bill.customer() : bill.name()))
            .list(
                bill.lines().stream()
                    .map(
                        line ->
                            line.quantity()
                                + " × "
                                + line.description()
                                + ": "
                                + HostedPage.money(
                                    new Money(line.total(), bill.total().currency())))
                    .toList());
    problem.ifPresent(page::warns);
    if (bill.isOpen()) {
      page.cardForm("/sandbox/pay/" + bill.id(), "card", "Pay");
    } else {
      page.says("This invoice is " + bill.state() + ".");
    }
    return page.answer(status);
  }
}
