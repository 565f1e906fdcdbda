package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What invoices do besides whose provider can do without a customer's address. */
public interface UnaddressedCustomersContract extends InvoicesContract {
  @Test
  default void aCustomerNeedsNoAddress() {
    Merchant merchant = world().merchants().get(0);
    Customer nameless = new Customer("customer-" + UUID.randomUUID(), "", Optional.empty());

    assertThat(
            invoices()
                .issue(
                    InvoicesContract.anInvoice(
                        merchant, nameless, InvoicesContract.anInvoice(merchant).lines())))
        .isInstanceOf(InvoiceOutcome.Open.class);
  }
}
