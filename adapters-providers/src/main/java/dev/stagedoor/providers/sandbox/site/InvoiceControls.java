package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.invoices.Bill;
import dev.stagedoor.providers.sandbox.invoices.SandboxInvoicing;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** What merchants and their customers do. */
@Controller("/sandbox")
@ExecuteOn(TaskExecutors.BLOCKING)
final class InvoiceControls {
  private final SandboxInvoicing invoicing;

  InvoiceControls(Sandbox sandbox) {
    this.invoicing = sandbox.invoicing();
  }

  @Get("/invoices")
  InvoicesResponse invoices(@QueryValue(defaultValue = "50") int limit) {
    return InvoicesResponse.from(
        invoicing.newest(Limit.of(limit)), invoicing.merchants(Limit.of(limit)));
  }

  @Post("/invoices/{id}/pay")
  InvoicesResponse.Invoice pay(@PathVariable String id) {
    return answer(invoicing.pay(id));
  }

  @Post("/invoices/{id}/fail")
  InvoicesResponse.Invoice fail(@PathVariable String id) {
    return answer(invoicing.fail(id, "card_declined"));
  }

  @Post("/invoices/{id}/void")
  InvoicesResponse.Invoice takeBack(@PathVariable String id) {
    return answer(invoicing.takeBack(id));
  }

  private static InvoicesResponse.Invoice answer(Optional<Bill> bill) {
    return bill.map(InvoicesResponse::invoice)
        .orElseThrow(() -> ControlRefusal.notFound("The sandbox has no such invoice."));
  }

  @Post("/merchants/{id}/leave")
  InvoicesResponse.Merchant leave(@PathVariable String id) {
    return invoicing
        .leave(id)
        .map(InvoicesResponse::merchant)
        .orElseThrow(() -> ControlRefusal.notFound("The sandbox has no such merchant."));
  }
}
