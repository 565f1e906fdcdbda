package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.invoices.Account;
import dev.stagedoor.providers.sandbox.invoices.Bill;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invoices and the merchants who gave leave, newest first. */
@Serdeable
record InvoicesResponse(List<Invoice> invoices, List<Merchant> merchants) {
  /** One invoice; amounts in minor units. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Invoice(
      String id,
      String invoiceId,
      String account,
      String customer,
      String status,
      @Nullable String failure,
      long amountMinor,
      String currency,
      int decimals,
      String page,
      String createdAt) {}

  /** One merchant who came by the page that asks for leave. */
  @Serdeable
  record Merchant(String id, String name, boolean given) {}

  static InvoicesResponse from(List<Bill> bills, List<Account> accounts) {
    return new InvoicesResponse(
        bills.stream().map(InvoicesResponse::invoice).toList(),
        accounts.stream().map(InvoicesResponse::merchant).toList());
  }

  static Invoice invoice(Bill bill) {
    return new Invoice(
        bill.id(),
        bill.invoice().toString(),
        bill.account(),
        bill.name().isBlank() ? bill.customer() : bill.name(),
        bill.state(),
        bill.failure(),
        bill.total().minor(),
        bill.currency(),
        bill.total().currency().getDefaultFractionDigits(),
        "/sandbox/pay/" + bill.id(),
        bill.createdAt().toString());
  }

  static Merchant merchant(Account account) {
    return new Merchant(account.id(), account.name(), account.given());
  }
}
