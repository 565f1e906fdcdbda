package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderRef;
import org.junit.jupiter.api.Test;

/** What invoices do besides whose provider tells of attempts at paying that failed. */
public interface ToldAttemptsContract extends InvoicesContract {
  @Test
  default void aFailedAttemptIsToldOf() {
    Merchant merchant = world().merchants().get(0);
    InvoiceOutcome.Open issued =
        (InvoiceOutcome.Open) invoices().issue(InvoicesContract.anInvoice(merchant));
    ProviderRef invoice = issued.ref();
    world().decline(merchant, invoice);

    assertThat(invoices().find(merchant, invoice))
        .isEqualTo(new InvoiceOutcome.Open(invoice, issued.total(), issued.page(), true));
  }
}
