package dev.stagedoor.providers.medusajs;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.InvoicesContract;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.contract.MerchantAccountsContract;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedusaInvoicingContractsTest implements InvoicesContract, MerchantAccountsContract {
  private final MedusaFixture fixture = new MedusaFixture();
  private final MedusaStub stub = fixture.stub;
  private final Merchant ada = fixture.ada();
  private final World world = new World();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Override
  public Invoices invoices() {
    return fixture.medusa().invoicingProvider().invoices();
  }

  @Override
  public MerchantAccounts accounts() {
    return fixture.medusa().invoicingProvider().merchants();
  }

  @Override
  public InvoicingWorld world() {
    return world;
  }

  private List<ObjectNode> ordersOf(Merchant merchant) {
    return stub.orders(merchant.equals(ada) ? "store_ada" : "store_bob");
  }

  private final class World implements InvoicingWorld {
    @Override
    public List<Merchant> merchants() {
      return List.of(ada, fixture.bob());
    }

    @Override
    public Merchant refused(Why why) {
      return switch (why) {
        case NOT_A_KEY -> fixture.keyed("pk_stub_publishable_key");
        case REVOKED -> fixture.keyed("sk_stub_that_was_revoked");
        case NOT_PERMITTED -> fixture.keyed(MedusaStub.POOR_KEY);
        case WRONG_SITE -> MedusaFixture.keyed(MedusaStub.ADAS_KEY, "https://10.0.0.1");
      };
    }

    @Override
    public Money inexpressible() {
      return Money.of(1000, "XTS");
    }

    @Override
    public void pay(Merchant merchant, ProviderRef invoice) {
      stub.pay(invoice.value(), "captured");
    }

    @Override
    public void decline(Merchant merchant, ProviderRef invoice) {
      stub.decline(invoice.value());
    }

    @Override
    public void standStrangely(Merchant merchant, ProviderRef invoice) {
      stub.stand(invoice.value(), "sold");
    }

    @Override
    public void loseAnswerAfter(int answers) {
      stub.loseAnswerAfter(answers);
    }

    @Override
    public int invoicesOf(Merchant merchant, InvoiceId invoice) {
      return (int)
          ordersOf(merchant).stream()
              .filter(
                  order ->
                      order
                          .path("metadata")
                          .path(MedusaInvoices.OUR_ID)
                          .asText()
                          .equals(invoice.value().toString()))
              .filter(
                  order -> !List.of("draft", "canceled").contains(order.path("status").asText()))
              .count();
    }

    /** Customers are Medusa's own, by address: what is one reference is one customer of ours. */
    @Override
    public int customersOf(Merchant merchant, String reference) {
      return (int)
          ordersOf(merchant).stream()
              .map(order -> order.path("metadata").path(MedusaInvoices.OUR_CUSTOMER).asText())
              .filter(reference::equals)
              .distinct()
              .count();
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

  private InvoiceOutcome.Open issued(InvoiceRequest request) {
    return (InvoiceOutcome.Open) invoices().issue(request);
  }

  private static InvoiceRequest of(Merchant merchant, Money price, int quantity) {
    return anInvoice(
        merchant,
        anInvoice(merchant).customer(),
        List.of(new InvoiceLine("Ring", quantity, price)));
  }

  @Test
  void anOrderSaysAllThatWasAsked() {
    InvoiceRequest request = anInvoice(ada);

    InvoiceOutcome.Open issued = issued(request);

    ObjectNode order = ordersOf(ada).get(0);
    assertThat(order.path("status").asText()).isEqualTo("pending");
    assertThat(order.path("region_id").asText()).isEqualTo("reg_usd");
    assertThat(order.path("currency_code").asText()).isEqualTo("usd");
    assertThat(order.path("email").asText()).isEqualTo("ada@example.org");
    assertThat(order.path("billing_address").path("last_name").asText()).isEqualTo("Ada Lovelace");
    assertThat(order.path("no_notification_order").asBoolean()).isTrue();
    assertThat(order.path("metadata").path("stagedoor_memo").asText())
        .isEqualTo("From the live sale");
    assertThat(order.path("items").findValuesAsText("title"))
        .containsExactly("Ring, silver", "Ribbon", "Shipping");
    assertThat(order.path("items").findValuesAsText("unit_price"))
        .containsExactly("20.00", "7.49", "0.00");
    assertThat(issued.page())
        .contains(
            URI.create("https://shop.example.org/pay/" + issued.ref().value() + "?from=stagedoor"));
  }

  @Test
  void withoutATemplateThereIsNoPage() {
    try (Medusa medusa =
        Medusa.open(new MedusaConfig(null, List.of("127.0.0.1")), ProviderRuntime.plain())) {
      InvoiceOutcome.Open issued =
          (InvoiceOutcome.Open) medusa.invoicingProvider().invoices().issue(anInvoice(ada));

      assertThat(issued.page()).isEmpty();
    }
  }

  @Test
  void aDraftThatWasLeftIsGoneOnWith() {
    InvoiceRequest request = anInvoice(ada);
    stub.loseAnswerAfter(3);
    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(ordersOf(ada).get(0).path("status").asText()).isEqualTo("draft");
    fixture.recover();

    assertThat(issued(request).total()).isEqualTo(Money.of(4749, "USD"));
    assertThat(ordersOf(ada)).hasSize(1);
  }

  @Test
  void pricesToWhichTheRegionAddsTaxesAreRefusedAndNothingIsLeft() {
    stub.tax("1.19");
    InvoiceRequest request = anInvoice(ada);

    assertThat(invoices().issue(request)).isEqualTo(new InvoiceOutcome.Refused("total_differs"));
    assertThat(ordersOf(ada)).isEmpty();
  }

  @Test
  void aCurrencyWithoutARegionIsRefused() {
    assertThat(invoices().issue(of(ada, Money.of(1000, "GBP"), 1)))
        .isEqualTo(new InvoiceOutcome.Refused("no_region_of_currency"));
  }

  @Test
  void placesAreThoseOfMedusa() {
    assertThat(issued(of(ada, Money.of(1500, "JPY"), 2)).total()).isEqualTo(Money.of(3000, "JPY"));
    assertThat(issued(of(ada, Money.of(120_000, "HUF"), 1)).total())
        .isEqualTo(Money.of(120_000, "HUF"));
    assertThat(invoices().issue(of(ada, Money.of(120_050, "HUF"), 1)))
        .isEqualTo(new InvoiceOutcome.Refused("currency_not_supported"));
  }

  @Test
  void anOrderPaidInPartIsNotTakenBack() {
    ProviderRef invoice = issued(anInvoice(ada)).ref();
    stub.pay(invoice.value(), "partially_captured");

    assertThatThrownBy(() -> invoices().cancel(ada, invoice))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
    assertThat(invoices().find(ada, invoice)).isInstanceOf(InvoiceOutcome.Open.class);
  }

  @Test
  void anOrderThatIsDoneWithoutMoneyCannotBeTakenBack() {
    ProviderRef invoice = issued(anInvoice(ada)).ref();
    stub.stand(invoice.value(), "completed");

    assertThatThrownBy(() -> invoices().cancel(ada, invoice))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  @Test
  void whatWasPaidWhileItWasCancelledIsPaidBackByMedusa() {
    ProviderRef invoice = issued(anInvoice(ada)).ref();
    stub.pay(invoice.value(), "refunded");
    stub.stand(invoice.value(), "canceled");

    assertThat(invoices().find(ada, invoice)).isEqualTo(new InvoiceOutcome.Voided(invoice));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "http://shop.example.org",
        "https://",
        "https://user@shop.example.org",
        "https://shop.example.org?x=1",
        "file:///etc/passwd",
        "https://shop example.org"
      })
  void aSiteThatIsNoneIsNeverAsked(String site) {
    Merchant merchant = MedusaFixture.keyed(MedusaStub.ADAS_KEY, site);

    assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
    assertThat(invoices().issue(anInvoice(merchant)))
        .isEqualTo(new InvoiceOutcome.Refused("wrong_site"));
    assertThat(invoices().find(merchant, ProviderRef.of("medusajs", "order_1")))
        .isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.2",
        "https://localhost",
        "https://10.0.0.1",
        "https://169.254.169.254",
        "https://[::1]:9000",
        "https://[fd00::1]/store"
      })
  void aSiteThatLeadsInsideIsAWrongOne(String site) {
    Merchant merchant = MedusaFixture.keyed(MedusaStub.ADAS_KEY, site);

    assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
    assertThat(invoices().issue(anInvoice(merchant))).isInstanceOf(InvoiceOutcome.Refused.class);
  }

  @Test
  void aServerThatIsNoMedusaIsAWrongSite() {
    Merchant merchant = fixture.keyed(MedusaStub.ADAS_KEY, stub.baseUrl() + "/blog/");

    assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
  }

  @Test
  void aStoreTellsItsNameCurrencyAndWhetherItTakesCards() {
    Optional<Currency> dollars = Optional.of(Currency.getInstance("USD"));
    assertThat(accounts().check(ada))
        .isEqualTo(
            new MerchantReading.Working(
                "store_ada", Optional.of("Shop of ada"), dollars, false, true));

    stub.takeCards();
    assertThat(accounts().check(ada))
        .isEqualTo(
            new MerchantReading.Working(
                "store_ada", Optional.of("Shop of ada"), dollars, true, true));
  }

  @Test
  void onlyKeysOfMerchantsAreKnown() {
    for (Merchant merchant : List.of(new Merchant.Operator(), new Merchant.Connected("a"))) {
      assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.NOT_A_KEY));
      assertThatThrownBy(() -> invoices().issue(anInvoice(merchant)))
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
    }
  }
}
