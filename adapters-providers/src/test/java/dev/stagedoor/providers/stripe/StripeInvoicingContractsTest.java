package dev.stagedoor.providers.stripe;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.contract.ConsentWorld;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.contract.MerchantAccountsContract;
import dev.stagedoor.domain.contract.MerchantConsentContract;
import dev.stagedoor.domain.contract.ToldAttemptsContract;
import dev.stagedoor.domain.contract.UnaddressedCustomersContract;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeInvoicingContractsTest
    implements ToldAttemptsContract,
        UnaddressedCustomersContract,
        MerchantAccountsContract,
        MerchantConsentContract {
  private final StripeFixture fixture = new StripeFixture();
  private final StripeStub stub = fixture.stub;
  private final World world = new World();

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Invoices invoices() {
    return fixture.stripe().invoicingProvider().invoices();
  }

  @Override
  public MerchantAccounts accounts() {
    return fixture.stripe().invoicingProvider().merchants();
  }

  @Override
  public MerchantConsent consent() {
    return fixture.stripe().invoicingProvider().consent().orElseThrow();
  }

  @Override
  public InvoicingWorld world() {
    return world;
  }

  @Override
  public ConsentWorld consentWorld() {
    return world;
  }

  private final class World implements InvoicingWorld, ConsentWorld {
    @Override
    public List<Merchant> merchants() {
      stub.connect("acct_connected");
      return List.of(
          new Merchant.Operator(),
          new Merchant.Connected("acct_connected"),
          keyed("sk_test_stub_own"));
    }

    private Merchant keyed(String key) {
      return new Merchant.Keyed(Secret.of(key), Optional.empty());
    }

    @Override
    public Merchant refused(Why why) {
      return switch (why) {
        case NOT_A_KEY -> keyed("pk_test_stub_own");
        case REVOKED -> keyed("sk_test_stub_revoked");
        case NOT_PERMITTED -> keyed("rk_test_stub_little");
        case WRONG_SITE -> throw new IllegalArgumentException("nobody has a site here");
      };
    }

    @Override
    public Money inexpressible() {
      return Money.of(1000, "XTS");
    }

    @Override
    public void pay(Merchant merchant, ProviderRef invoice) {
      stub.payInvoice(invoice.value());
    }

    @Override
    public void decline(Merchant merchant, ProviderRef invoice) {
      stub.declineInvoice(invoice.value());
    }

    @Override
    public void standStrangely(Merchant merchant, ProviderRef invoice) {
      stub.put(invoice.value(), "status", "sold");
    }

    @Override
    public void loseAnswerAfter(int answers) {
      stub.loseAnswerAfter(answers);
    }

    @Override
    public void loseNextAnswer() {
      stub.loseAnswerAfter(0);
    }

    private String account(Merchant merchant) {
      return merchant.match(
          new Merchant.Cases<>() {
            @Override
            public String operator(Merchant.Operator operator) {
              return "acct_operator";
            }

            @Override
            public String connected(Merchant.Connected connected) {
              return connected.account();
            }

            @Override
            public String keyed(Merchant.Keyed keyed) {
              return "acct_own";
            }
          });
    }

    @Override
    public int invoicesOf(Merchant merchant, InvoiceId invoice) {
      return (int)
          stub.things(account(merchant), "in_").stream()
              .filter(one -> isOf(one, "stagedoor_invoice", invoice.value().toString()))
              .filter(one -> List.of("open", "paid").contains(one.path("status").asText()))
              .count();
    }

    private boolean isOf(JsonNode thing, String member, String value) {
      return thing.path("metadata").path(member).asText().equals(value);
    }

    @Override
    public int customersOf(Merchant merchant, String reference) {
      return (int)
          stub.things(account(merchant), "cus_").stream()
              .filter(one -> isOf(one, "stagedoor_customer", reference))
              .count();
    }

    @Override
    public Secret giveLeave(URI page) {
      return stub.giveLeave();
    }

    @Override
    public boolean isGiven(Merchant.Connected merchant) {
      return stub.isConnected(merchant.account());
    }

    @Override
    public void fail(FarSideFailure how) {
      stub.fail(how);
    }

    @Override
    public void recover() {
      fixture.recover();
    }
  }

  @Test
  void theSameInvoiceIsFoundWhenStripeHasForgottenTheKeys() {
    InvoiceRequest request = anInvoice(new Merchant.Operator());
    InvoiceOutcome first = invoices().issue(request);

    stub.dayPasses();

    assertThat(invoices().issue(request)).isEqualTo(first);
    assertThat(stub.things("acct_operator", "in_")).hasSize(1);
    assertThat(stub.things("acct_operator", "cus_")).hasSize(1);
  }

  @Test
  void aDraftThatWasLeftIsGoneOnWithADayLater() {
    for (int answers = 4; answers < 7; answers++) {
      InvoiceRequest request = anInvoice(new Merchant.Operator());
      stub.loseAnswerAfter(answers);
      assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
      fixture.recover();
      stub.dayPasses();

      InvoiceOutcome.Open issued = (InvoiceOutcome.Open) invoices().issue(request);

      assertThat(issued.total()).isEqualTo(Money.of(4749, "USD"));
      assertThat(world.invoicesOf(new Merchant.Operator(), request.invoice())).isEqualTo(1);
    }
  }

  @Test
  void aDraftThatWasLeftIsNotFinishedAtThePricesOfThen() {
    InvoiceRequest before = anInvoice(new Merchant.Operator());
    stub.loseAnswerAfter(5);
    assertThat(invoices().issue(before)).isInstanceOf(InvoiceOutcome.Unknown.class);
    fixture.recover();
    InvoiceRequest now =
        new InvoiceRequest(
            before.merchant(),
            before.invoice(),
            before.customer(),
            List.of(new InvoiceLine("Ring, silver", 2, Money.of(1500, "USD"))),
            before.memo(),
            before.due(),
            new IdempotencyKey(before.key().value() + "-2"));

    InvoiceOutcome.Open issued = (InvoiceOutcome.Open) invoices().issue(now);

    assertThat(issued.total()).isEqualTo(Money.of(3000, "USD"));
    assertThat(stub.things("acct_operator", "in_")).hasSize(1);
  }

  @Test
  void anInvoiceSaysAllThatWasAsked() {
    InvoiceRequest request = anInvoice(new Merchant.Operator());

    InvoiceOutcome.Open issued = (InvoiceOutcome.Open) invoices().issue(request);

    JsonNode invoice = stub.things("acct_operator", "in_").get(0);
    assertThat(invoice.path("description").asText()).isEqualTo("From the live sale");
    assertThat(invoice.path("lines").path("data").findValuesAsText("description"))
        .containsExactly("Ring, silver", "Ribbon", "Shipping");
    assertThat(invoice.path("lines").path("data").findValuesAsText("amount"))
        .containsExactly("4000", "749", "0");
    assertThat(issued.page()).contains(URI.create(invoice.path("hosted_invoice_url").asText()));
    JsonNode customer = stub.things("acct_operator", "cus_").get(0);
    assertThat(customer.path("name").asText()).isEqualTo("Ada Lovelace");
    assertThat(customer.path("email").asText()).isEqualTo("ada@example.org");
  }

  @Test
  void anUncollectibleInvoiceCanStillBePaid() {
    InvoiceOutcome.Open issued =
        (InvoiceOutcome.Open) invoices().issue(anInvoice(new Merchant.Operator()));
    stub.put(issued.ref().value(), "status", "uncollectible");

    assertThat(invoices().find(new Merchant.Operator(), issued.ref())).isEqualTo(issued);
  }

  @Test
  void aLeaveThatIsGoneIsNoMissingPermission() {
    Merchant gone = new Merchant.Connected("acct_gone");

    assertThat(accounts().check(gone)).isEqualTo(new MerchantReading.Refused(Why.REVOKED));
    assertThatThrownBy(() -> invoices().issue(anInvoice(gone)))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
  }

  @Test
  void aKeyThatIsNoneNeverLeaves() {
    Merchant bad = new Merchant.Keyed(Secret.of("not a key"), Optional.empty());

    assertThatThrownBy(() -> invoices().issue(anInvoice(bad)))
        .isInstanceOf(ProviderException.class)
        .hasMessageNotContaining("not a key");
  }

  @Test
  void thePageForLeaveIsOurClientsAtStripe() {
    assertThat(consent().page("s", URI.create("https://shop.example/")).toString())
        .startsWith(stub.baseUrl() + "/oauth/authorize?response_type=code&scope=read_write")
        .contains("&client_id=" + StripeStub.CLIENT_ID + "&");
  }
}
