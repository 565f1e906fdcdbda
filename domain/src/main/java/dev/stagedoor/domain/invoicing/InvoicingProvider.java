package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.Optional;

/** What one provider of invoices can do. Without consent, merchants bring keys of their own. */
public record InvoicingProvider(
    ProviderId id,
    Invoices invoices,
    MerchantAccounts merchants,
    Optional<MerchantConsent> consent) {}
