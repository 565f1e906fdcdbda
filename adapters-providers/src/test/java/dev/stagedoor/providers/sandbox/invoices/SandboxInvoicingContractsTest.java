package dev.stagedoor.providers.sandbox.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.ConsentWorld;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.contract.MerchantAccountsContract;
import dev.stagedoor.domain.contract.MerchantConsentContract;
import dev.stagedoor.domain.contract.ToldAttemptsContract;
import dev.stagedoor.domain.contract.UnaddressedCustomersContract;
import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.payments.Card;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxInvoicingContractsTest
    implements ToldAttemptsContract,
        UnaddressedCustomersContract,
        MerchantAccountsContract,
        MerchantConsentContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;
  private final World world = new World();
  private final Merchant connected =
      ((ConsentOutcome.Given) consent().exchange(sandbox.invoicing().giveLeave("Connected shop")))
          .merchant();

  @Override
  public Invoices invoices() {
    return sandbox.invoicingProvider().invoices();
  }

  @Override
  public MerchantAccounts accounts() {
    return sandbox.invoicingProvider().merchants();
  }

  @Override
  public MerchantConsent consent() {
    return sandbox.invoicingProvider().consent().orElseThrow();
  }

  @Override
  public InvoicingWorld world() {
    return world;
  }

  @Override
  public ConsentWorld consentWorld() {
    return world;
  }

  private final class World extends SandboxFailures implements InvoicingWorld, ConsentWorld {
    private World() {
      super(sandbox.line());
    }

    @Override
    public List<Merchant> merchants() {
      return List.of(new Merchant.Operator(), connected, keyed("sk_sandbox_ada"));
    }

    private Merchant keyed(String key) {
      return new Merchant.Keyed(Secret.of(key), Optional.empty());
    }

    @Override
    public Merchant refused(Why why) {
      return switch (why) {
        case NOT_A_KEY -> keyed("pk_sandbox_ada");
        case REVOKED -> keyed("sk_sandbox_ada_revoked");
        case NOT_PERMITTED -> keyed("rk_sandbox_ada");
        case WRONG_SITE -> throw new IllegalArgumentException("nobody has a site here");
      };
    }

    @Override
    public Money inexpressible() {
      return Money.of(1000, "XTS");
    }

    @Override
    public void pay(Merchant merchant, ProviderRef invoice) {
      sandbox.invoicing().pay(invoice.value(), Card.of("4242424242424242"));
    }

    @Override
    public void decline(Merchant merchant, ProviderRef invoice) {
      sandbox.invoicing().pay(invoice.value(), Card.of("4000000000000002"));
    }

    @Override
    public void standStrangely(Merchant merchant, ProviderRef invoice) {
      fixture.rewrite("invoices", invoice.value(), "\"state\":\"open\"", "\"state\":\"sold\"");
    }

    @Override
    public void loseAnswerAfter(int answers) {
      // Here writing an invoice is one step.
      if (answers == 0) {
        sandbox.line().loseNextAnswer();
      }
    }

    @Override
    public void loseNextAnswer() {
      sandbox.line().loseNextAnswer();
    }

    private String account(Merchant merchant) {
      return ((MerchantReading.Working) accounts().check(merchant)).account();
    }

    @Override
    public int invoicesOf(Merchant merchant, InvoiceId invoice) {
      String account = account(merchant);
      return (int)
          sandbox.invoicing().newest(1000).stream()
              .filter(bill -> bill.account().equals(account))
              .filter(bill -> bill.invoice().equals(invoice.value()))
              .filter(bill -> !bill.state().equals(Bill.VOID))
              .count();
    }

    @Override
    public int customersOf(Merchant merchant, String reference) {
      String account = account(merchant);
      return (int)
          sandbox.invoicing().newest(1000).stream()
              .filter(bill -> bill.account().equals(account))
              .map(Bill::customer)
              .filter(reference::equals)
              .distinct()
              .count();
    }

    @Override
    public Secret giveLeave(URI page) {
      return sandbox.invoicing().giveLeave("A shop");
    }

    @Override
    public boolean isGiven(Merchant.Connected merchant) {
      return sandbox.invoicing().account(merchant.account()).filter(Account::given).isPresent();
    }
  }

  @Test
  void aKeyThatNamesNobodyIsNotShownAsASumOfItself() {
    MerchantReading reading = accounts().check(world.keyed("sk_test_boutique_4242"));

    assertThat(reading)
        .isInstanceOfSatisfying(
            MerchantReading.Working.class, working -> assertThat(working.name()).isEmpty());
    assertThat(accounts().check(world.keyed("sk_sandbox_ada")))
        .isInstanceOfSatisfying(
            MerchantReading.Working.class, working -> assertThat(working.name()).contains("ada"));
  }
}
