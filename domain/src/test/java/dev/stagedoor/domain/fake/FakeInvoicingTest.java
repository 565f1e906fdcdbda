package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ConsentWorld;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.contract.MerchantAccountsContract;
import dev.stagedoor.domain.contract.MerchantConsentContract;
import dev.stagedoor.domain.contract.ToldAttemptsContract;
import dev.stagedoor.domain.contract.UnaddressedCustomersContract;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;

class FakeInvoicingTest
    implements ToldAttemptsContract,
        UnaddressedCustomersContract,
        MerchantAccountsContract,
        MerchantConsentContract {
  private final FakeInvoicing invoicing = new FakeInvoicing();

  @Override
  public Invoices invoices() {
    return invoicing;
  }

  @Override
  public MerchantAccounts accounts() {
    return invoicing;
  }

  @Override
  public MerchantConsent consent() {
    return invoicing;
  }

  @Override
  public InvoicingWorld world() {
    return invoicing;
  }

  @Override
  public ConsentWorld consentWorld() {
    return invoicing;
  }
}
