package dev.stagedoor.providers.shopify;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyInvoicingContractsTest implements InvoicesContract, MerchantAccountsContract {
  private final ShopifyFixture fixture = new ShopifyFixture();
  private final ShopifyStub stub = fixture.stub;
  private final Merchant ada = fixture.ada();
  private final World world = new World();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Override
  public Invoices invoices() {
    return fixture.shopify().invoicingProvider().invoices();
  }

  @Override
  public MerchantAccounts accounts() {
    return fixture.shopify().invoicingProvider().merchants();
  }

  @Override
  public InvoicingWorld world() {
    return world;
  }

  private static String number(ProviderRef invoice) {
    return ShopifyRef.read(invoice).orElseThrow().draft().orElseThrow();
  }

  private static String shop(Merchant merchant) {
    return ((Merchant.Keyed) merchant).site().orElseThrow();
  }

  private final class World implements InvoicingWorld {
    @Override
    public List<Merchant> merchants() {
      return List.of(ada, fixture.bob());
    }

    @Override
    public Merchant refused(Why why) {
      return switch (why) {
        case NOT_A_KEY -> ShopifyFixture.keyed("shpss_stub_secret_of_an_app", ShopifyStub.ADA);
        case REVOKED -> ShopifyFixture.keyed("shpat_stub_that_was_revoked", ShopifyStub.ADA);
        case NOT_PERMITTED -> ShopifyFixture.keyed(ShopifyStub.POOR_TOKEN, ShopifyStub.ADA);
        case WRONG_SITE -> ShopifyFixture.keyed(ShopifyStub.ADAS_TOKEN, "evil.example.org");
      };
    }

    @Override
    public Money inexpressible() {
      return Money.of(1000, "XTS");
    }

    @Override
    public void pay(Merchant merchant, ProviderRef invoice) {
      stub.complete(number(invoice), "PAID");
    }

    @Override
    public void decline(Merchant merchant, ProviderRef invoice) {
      stub.decline(number(invoice));
    }

    @Override
    public void standStrangely(Merchant merchant, ProviderRef invoice) {
      stub.stand(number(invoice), "SOLD");
    }

    @Override
    public void loseAnswerAfter(int answers) {
      stub.loseAnswerAfter(answers);
    }

    @Override
    public int invoicesOf(Merchant merchant, InvoiceId invoice) {
      return (int)
          stub.attributes(shop(merchant), ShopifyInvoices.OUR_ID).stream()
              .filter(invoice.value().toString()::equals)
              .count();
    }

    /** Shopify holds no customers of ours: what is one reference is one customer. */
    @Override
    public int customersOf(Merchant merchant, String reference) {
      return (int)
          stub.attributes(shop(merchant), ShopifyInvoices.OUR_CUSTOMER).stream()
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

  @Test
  void aDraftOrderSaysAllThatWasAsked() {
    InvoiceRequest request = anInvoice(ada);

    InvoiceOutcome.Open issued = issued(request);

    JsonNode input = stub.inputs(ShopifyStub.ADA).get(0);
    assertThat(input.path("note").asText()).isEqualTo("From the live sale");
    assertThat(input.path("email").asText()).isEqualTo("ada@example.org");
    assertThat(input.path("taxExempt").asBoolean()).isTrue();
    assertThat(input.path("acceptAutomaticDiscounts").asBoolean()).isFalse();
    assertThat(input.path("lineItems").findValuesAsText("title"))
        .containsExactly("Ring, silver", "Ribbon", "Shipping");
    assertThat(input.path("lineItems").findValuesAsText("amount"))
        .containsExactly("20.00", "7.49", "0.00");
    assertThat(issued.page())
        .contains(URI.create("https://" + ShopifyStub.ADA + "/invoices/" + number(issued.ref())));
  }

  @Test
  void theSameInvoiceIsFoundAmongManyOnceSearchKnowsIt() {
    InvoiceRequest request = anInvoice(ada);
    InvoiceOutcome first = invoices().issue(request);
    stub.minutePasses();
    for (int i = 0; i < 51; i++) {
      issued(anInvoice(ada));
    }

    assertThat(invoices().issue(request)).isEqualTo(first);
    assertThat(world.invoicesOf(ada, request.invoice())).isEqualTo(1);
  }

  @Test
  void aPaidInvoiceIsFoundByItsOrderWhenItsDraftIsGone() {
    InvoiceRequest request = anInvoice(ada);
    ProviderRef ref = issued(request).ref();
    stub.complete(number(ref), "PAID");
    stub.minutePasses();
    stub.purge(number(ref));

    assertThat(invoices().find(ada, ref)).isInstanceOf(InvoiceOutcome.Paid.class);
    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Paid.class);
    assertThat(invoices().cancel(ada, ref)).isInstanceOf(InvoiceOutcome.Paid.class);
  }

  @Test
  void aDraftTheMerchantDeletedIsTakenBack() {
    ProviderRef ref = issued(anInvoice(ada)).ref();
    stub.purge(number(ref));

    assertThat(invoices().find(ada, ref)).isEqualTo(new InvoiceOutcome.Voided(ref));
    assertThat(invoices().cancel(ada, ref)).isEqualTo(new InvoiceOutcome.Voided(ref));
  }

  @Test
  void whatIsPaidWhileItIsTakenBackIsPaid() {
    ProviderRef ref = issued(anInvoice(ada)).ref();
    stub.beforeNextDelete(() -> stub.complete(number(ref), "PAID"));

    assertThat(invoices().cancel(ada, ref)).isInstanceOf(InvoiceOutcome.Paid.class);
  }

  @Test
  void anOrderThatIsToBePaidLaterIsOpenAndNotForUsToTakeBack() {
    ProviderRef ref = issued(anInvoice(ada)).ref();
    stub.complete(number(ref), "PENDING");

    assertThat(invoices().find(ada, ref))
        .isInstanceOfSatisfying(
            InvoiceOutcome.Open.class, open -> assertThat(open.lastAttemptFailed()).isFalse());
    assertThatThrownBy(() -> invoices().cancel(ada, ref))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));

    stub.cancelOrder(number(ref));
    assertThat(invoices().find(ada, ref)).isEqualTo(new InvoiceOutcome.Voided(ref));
    assertThat(invoices().cancel(ada, ref)).isEqualTo(new InvoiceOutcome.Voided(ref));
  }

  @Test
  void anOrderOfUnknownDraftIsFoundByOurId() {
    InvoiceRequest request = anInvoice(ada);
    ProviderRef ref = issued(request).ref();
    ProviderRef pointed =
        new ShopifyRef(ShopifyStub.ADA, Optional.empty(), request.invoice()).toProviderRef();

    assertThat(invoices().find(ada, pointed)).isInstanceOf(InvoiceOutcome.Unknown.class);
    stub.complete(number(ref), "PAID");
    stub.minutePasses();
    assertThat(invoices().find(ada, pointed))
        .isInstanceOfSatisfying(
            InvoiceOutcome.Paid.class,
            paid -> assertThat(paid.total()).isEqualTo(Money.of(4749, "USD")));
  }

  @Test
  void whatShopifyWillNotWriteIsRefusedByItsField() {
    InvoiceRequest request =
        anInvoice(
            ada,
            anInvoice(ada).customer(),
            List.of(new InvoiceLine("Ring", 1, Money.of(1000, "GBP"))));

    assertThat(invoices().issue(request))
        .isEqualTo(new InvoiceOutcome.Refused("user_error.presentmentCurrencyCode"));
  }

  @Test
  void aDraftThatAsksForAnotherAmountIsRefusedAndNotLeft() {
    stub.surcharge("0.01");
    InvoiceRequest request = anInvoice(ada);

    assertThat(invoices().issue(request)).isEqualTo(new InvoiceOutcome.Refused("total_differs"));
    assertThat(stub.inputs(ShopifyStub.ADA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDraftOfAnotherAmountIsRefusedAlsoWhenItIsFoundLater(boolean isIndexed) {
    stub.surcharge("0.01");
    InvoiceRequest request = anInvoice(ada);
    stub.loseAnswerAfter(1);
    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
    stub.recover();
    if (isIndexed) {
      stub.minutePasses();
    }

    assertThat(invoices().issue(request)).isEqualTo(new InvoiceOutcome.Refused("total_differs"));
    assertThat(stub.inputs(ShopifyStub.ADA)).isEmpty();
  }

  @Test
  void yenHaveNoPlaces() {
    InvoiceRequest request =
        anInvoice(
            ada,
            anInvoice(ada).customer(),
            List.of(new InvoiceLine("Ring", 3, Money.of(1000, "JPY"))));

    assertThat(issued(request).total()).isEqualTo(Money.of(3000, "JPY"));
    assertThat(stub.inputs(ShopifyStub.ADA).get(0).path("lineItems").findValuesAsText("amount"))
        .containsExactly("1000");
  }

  @Test
  void longTextsAreCut() {
    InvoiceRequest request =
        anInvoice(
            ada,
            anInvoice(ada).customer(),
            List.of(new InvoiceLine("Ring 💍 ".repeat(60), 1, Money.of(1000, "USD"))));

    assertThat(issued(request).total()).isEqualTo(Money.of(1000, "USD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example.org",
        "myshopify.com",
        ".myshopify.com",
        "-ada.myshopify.com",
        "ada.myshopify.com.evil.org",
        "evil.org/ada.myshopify.com",
        "ada.myshopify.com/x",
        "ada.myshopify.com:8080",
        "ada@evil.myshopify.com",
        "https://ada-rings.myshopify.com",
        "ada.shop.myshopify.com",
        "ada.myshopify.com\n.evil.org",
        "127.0.0.1"
      })
  void aSiteThatIsNoShopsIsNeverAsked(String site) {
    Merchant merchant = ShopifyFixture.keyed(ShopifyStub.ADAS_TOKEN, site);
    InvoiceRequest request = anInvoice(merchant);

    assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
    assertThat(invoices().issue(request)).isEqualTo(new InvoiceOutcome.Refused("wrong_site"));
    assertThat(invoices().find(merchant, ProviderRef.of("shopify", "x")))
        .isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void aShopThatIsNotThereIsAWrongSite() {
    assertThat(
            accounts().check(ShopifyFixture.keyed(ShopifyStub.ADAS_TOKEN, "nobody.myshopify.com")))
        .isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
  }

  @Test
  void aShopTellsItsNameAndCurrency() {
    assertThat(
            accounts()
                .check(ShopifyFixture.keyed(ShopifyStub.ADAS_TOKEN, " Ada-Rings.myshopify.com")))
        .isEqualTo(
            new MerchantReading.Working(
                ShopifyStub.ADA,
                Optional.of("Ada's rings"),
                Optional.of(Currency.getInstance("USD")),
                false,
                true));
  }

  @Test
  void onlyKeysOfMerchantsAreKnown() {
    for (Merchant merchant : List.of(new Merchant.Operator(), new Merchant.Connected("acct_1"))) {
      assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.NOT_A_KEY));
      assertThatThrownBy(() -> invoices().issue(anInvoice(merchant)))
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
    }
  }

  @Test
  void theTokenGoesInItsHeaderAndIntoNoAddress() {
    issued(anInvoice(ada));

    assertThat(stub.asked())
        .allSatisfy(
            call ->
                assertThat(call)
                    .isEqualTo("POST /" + ShopifyStub.ADA + "/admin/api/2026-01/graphql.json"));
  }
}
