package dev.stagedoor.providers.sandbox.site;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static dev.stagedoor.domain.contract.SubscriptionsContract.aSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HostedPagesTest {
  private static final String GOOD = "cardNumber=4242+4242+4242+4242&expiry=&cvc=";
  private static final String BAD = "cardNumber=4000000000009995";

  private static SiteFixture site;

  @BeforeAll
  static void start() {
    site = new SiteFixture(Map.of());
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @AfterEach
  void noWebhookIsLeft() {
    assertThat(site.webhooksLeft()).isZero();
  }

  private static InvoicingProvider invoicing() {
    return site.sandbox().invoicingProvider();
  }

  private static Subscriptions subscriptions() {
    return site.sandbox().subscriptionProvider().subscriptions();
  }

  private static List<ProviderEvent> told() throws InterruptedException {
    WebhookReading reading = site.sandbox().webhookProvider().translator().read(site.nextWebhook());
    return ((WebhookReading.Understood) reading).events();
  }

  private static String path(URI page) {
    return page.getPath();
  }

  private static String aBill(InvoiceRequest request) {
    InvoiceOutcome.Open open = (InvoiceOutcome.Open) invoicing().invoices().issue(request);
    return path(open.page().orElseThrow());
  }

  private static String aPage(SubscriptionRequest request) {
    return path(((SubscribeOutcome.Opened) subscriptions().begin(request)).page());
  }

  private static PlanPrice price() {
    return price("price_usd_999_month_basic");
  }

  private static PlanPrice price(String id) {
    return new PlanPrice(
        ProviderRef.of("sandbox", id), new Money(1299, Currency.getInstance("EUR")));
  }

  @Test
  void anInvoiceIsPaidOnItsPage() throws Exception {
    InvoiceRequest request = anInvoice(new Merchant.Operator());
    String page = aBill(request);

    Answer shown = site.get(page);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("content-type")).startsWith("text/html");
    assertThat(shown.text()).contains("Invoice over 47.49 USD", "2 × Ring, silver: 40.00 USD");

    Answer declined = site.form(page, BAD);
    assertThat(declined.status()).isEqualTo(303);
    assertThat(declined.header("location")).isEqualTo(page);
    assertThat(site.get(page).text()).contains("insufficient_funds");
    InvoicingEvent.InvoiceChanged event = (InvoicingEvent.InvoiceChanged) told().get(0);
    assertThat(event.invoice()).contains(request.invoice());
    assertThat(event.account()).contains("acct_sandbox_operator");

    assertThat(site.form(page, GOOD).status()).isEqualTo(303);
    assertThat(told()).containsExactly(event);
    assertThat(site.get(page).text()).contains("This invoice is paid.").doesNotContain("<form");
    assertThat(invoicing().invoices().find(new Merchant.Operator(), event.ref()))
        .isInstanceOf(InvoiceOutcome.Paid.class);
  }

  @Test
  void anInvoiceIsPaidDeclinedAndTakenBackWithoutItsPage() throws Exception {
    for (String end : List.of("pay", "void")) {
      String bill = aBill(anInvoice(new Merchant.Operator())).replaceFirst(".*/", "");
      String controls = "/sandbox/invoices/" + bill + "/";

      JsonNode failed = site.post(controls + "fail", "").json();
      assertThat(failed.path("status").asText()).isEqualTo("open");
      assertThat(failed.path("failure").asText()).isEqualTo("card_declined");
      JsonNode ended = site.post(controls + end, "").json();

      assertThat(ended.path("status").asText()).isEqualTo(end.equals("pay") ? "paid" : "void");
      // What is over stays as it is.
      assertThat(site.post(controls + "fail", "").json().path("status"))
          .isEqualTo(ended.path("status"));
      assertThat(told()).isEqualTo(told());
    }
    assertThat(site.post("/sandbox/invoices/x/pay", "").status()).isEqualTo(404);
  }

  @Test
  void whatIsNoCardIsSaidOnThePage() throws Exception {
    String page = aBill(anInvoice(new Merchant.Operator()));

    Answer answer = site.form(page, "cardNumber=4242");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("content-type")).startsWith("text/html");
    assertThat(answer.text()).contains("This is not a card number.");
  }

  @Test
  void whatComesFromOutsideIsTextOnThePage() throws Exception {
    String script = "<script>alert(\"1\")</script>'";
    String page =
        aBill(
            anInvoice(
                new Merchant.Operator(),
                new Customer("customer", script, Optional.empty()),
                List.of(new InvoiceLine(script, 1, Money.of(1000, "USD")))));

    Answer shown = site.get(page);

    assertThat(shown.text())
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;");
    assertThat(shown.header("content-security-policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void pagesNobodyMadeAreNotFound() throws Exception {
    for (String page :
        List.of(
            "/sandbox/pay/x", "/sandbox/subscribe/x", "/sandbox/portal/x", "/sandbox/connect")) {
      assertThat(site.get(page).status()).as(page).isEqualTo(404);
    }
    for (String form :
        List.of("/sandbox/pay/x", "/sandbox/subscribe/x", "/sandbox/portal/x/y/end")) {
      assertThat(site.form(form, GOOD).status()).as(form).isEqualTo(404);
    }
  }

  @Test
  void aMerchantGivesLeaveAndComesBackWithACode() throws Exception {
    URI comeBack = URI.create("https://shop.example/come?back=1&to=us");
    URI page = invoicing().consent().orElseThrow().page("state&1", comeBack);

    Answer shown = site.get(page.getRawPath() + "?" + page.getRawQuery());
    assertThat(shown.text()).contains("value=\"state&amp;1\"");
    assertThat(shown.header("content-security-policy"))
        .contains("form-action 'self' https://shop.example");

    Answer given =
        site.form(
            "/sandbox/connect",
            "name=Ada&state=state%261&redirectUri=https%3A%2F%2Fshop.example%2Fcome%3Fback%3D1%26to%3Dus");
    assertThat(given.status()).isEqualTo(303);
    String location = given.header("location");
    assertThat(location)
        .startsWith("https://shop.example/come?back=1&to=us&code=")
        .endsWith("&state=state%261");
    String code = location.replaceAll(".*&code=([^&]*)&.*", "$1");
    Merchant.Connected merchant =
        ((ConsentOutcome.Given) invoicing().consent().orElseThrow().exchange(Secret.of(code)))
            .merchant();

    assertThat(site.post("/sandbox/merchants/" + merchant.account() + "/leave", "").status())
        .isEqualTo(200);
    assertThat(told()).containsExactly(new InvoicingEvent.MerchantLeft(merchant.account()));
  }

  @Test
  void leaveLeadsToNoOtherKindOfAddress() throws Exception {
    for (String nowhere :
        List.of("javascript:alert(1)", "//evil.example", "data:text/html,x", "")) {
      assertThat(site.form("/sandbox/connect", "name=x&state=y&redirectUri=" + nowhere).status())
          .as(nowhere)
          .isEqualTo(404);
    }
  }

  @Test
  void somebodySubscribesAndIsLedBack() throws Exception {
    SubscriptionRequest request = aSubscription(price());
    String page = aPage(request);

    Answer shown = site.get(page);
    assertThat(shown.text()).contains("basic, 9.99 USD a month");
    assertThat(shown.header("content-security-policy")).contains("https://tv.example");
    assertThat(site.form(page, BAD).header("location")).isEqualTo(page);
    assertThat(site.get(page).text()).contains("insufficient_funds");

    Answer done = site.form(page, GOOD);
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.header("location")).isEqualTo(request.whenDone().toString());
    SubscriptionEvent.SubscriptionChanged event =
        (SubscriptionEvent.SubscriptionChanged) told().get(0);
    assertThat(event.subscription()).contains(request.subscription());
    assertThat(((SubscriptionReading.Known) subscriptions().find(event.ref())).status())
        .isEqualTo(SubscriptionStatus.ACTIVE);

    assertThat(site.form(page, GOOD).status()).isEqualTo(303);
  }

  @Test
  void aPriceOfAnyNameCostsWhatTheProductSays() throws Exception {
    String page = aPage(aSubscription(price("price_1AbcPremium")));

    assertThat(site.get(page).text()).contains("price_1AbcPremium, 12.99 EUR a month");
    site.form(page, GOOD);
    ProviderRef plan = ((SubscriptionEvent.SubscriptionChanged) told().get(0)).ref();
    assertThat(known(plan).price().value()).isEqualTo("price_1AbcPremium");
    assertThat(site.get("/sandbox/subscriptions").text())
        .contains("price_1AbcPremium, 12.99 EUR a month");

    String portal =
        path(
            subscriptions()
                .portal(known(plan).customer(), URI.create("https://tv.example/account")));
    assertThat(site.get(portal).text()).contains("price_1AbcPremium, 12.99 EUR a month");
    String change = portal + "/" + plan.value() + "/price";
    assertThat(site.form(change, "price=price_usd_999_month_basic").status()).isEqualTo(303);
    assertThat(site.form(change, "price=price_1AbcPremium").status()).isEqualTo(303);
    told();
    told();
    assertThat(known(plan).price().value()).isEqualTo("price_1AbcPremium");
  }

  @Test
  void aSubscriberChangesThingsOnThePortal() throws Exception {
    site.form(aPage(aSubscription(price())), GOOD);
    ProviderRef plan = ((SubscriptionEvent.SubscriptionChanged) told().get(0)).ref();
    String portal =
        path(
            subscriptions()
                .portal(known(plan).customer(), URI.create("https://tv.example/account")));
    String path = portal + "/" + plan.value();

    assertThat(site.get(portal).text()).contains("basic, 9.99 USD a month", "tv.example/account");
    assertThat(site.form(path + "/price", "price=price_usd_1999_month_premium").status())
        .isEqualTo(303);
    assertThat(told()).hasSize(1);
    assertThat(known(plan).price().value()).isEqualTo("price_usd_1999_month_premium");
    assertThat(site.form(path + "/price", "price=nothing").status()).isEqualTo(422);
    assertThat(site.form(path + "/end-later", "x=").status()).isEqualTo(303);
    assertThat(told()).hasSize(1);
    assertThat(known(plan).endsAtPeriodEnd()).isTrue();
    site.form(path + "/go-on", "x=");
    assertThat(told()).hasSize(1);
    assertThat(known(plan).endsAtPeriodEnd()).isFalse();
    assertThat(site.form(path + "/card", BAD).text()).contains("insufficient_funds");
    assertThat(site.form(path + "/card", GOOD).status()).isEqualTo(303);
    site.form(path + "/end", "x=");
    assertThat(told()).hasSize(1);
    assertThat(known(plan).status()).isEqualTo(SubscriptionStatus.ENDED);
  }

  @Test
  void nobodyChangesWhatIsNotTheirs() throws Exception {
    site.form(aPage(aSubscription(price())), GOOD);
    ProviderRef mine = ((SubscriptionEvent.SubscriptionChanged) told().get(0)).ref();
    site.form(aPage(aSubscription(price())), GOOD);
    ProviderRef theirs = ((SubscriptionEvent.SubscriptionChanged) told().get(0)).ref();
    String portal =
        path(subscriptions().portal(known(mine).customer(), URI.create("https://tv.example/")));

    assertThat(site.form(portal + "/" + theirs.value() + "/end", "x=").status()).isEqualTo(404);

    assertThat(known(theirs).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void somebodySubscribesWithoutThePage() throws Exception {
    SubscriptionRequest request = aSubscription(price());
    String complete = aPage(request).replace("/subscribe/", "/checkouts/") + "/complete";

    JsonNode declined = site.post(complete, card("4000000000009995")).json();
    assertThat(declined.path("status").asText()).isEqualTo("open");
    assertThat(declined.path("failure").asText()).isEqualTo("insufficient_funds");
    assertThat(declined.has("subscription")).isFalse();
    assertThat(site.post(complete, card("4242")).status()).isEqualTo(422);

    JsonNode done = site.post(complete, card("4242424242424242")).json();
    assertThat(done.path("status").asText()).isEqualTo("complete");
    assertThat(done.has("failure")).isFalse();
    SubscriptionEvent.SubscriptionChanged event =
        (SubscriptionEvent.SubscriptionChanged) told().get(0);
    assertThat(event.subscription()).contains(request.subscription());
    assertThat(done.path("subscription").asText()).isEqualTo(event.ref().value());
    assertThat(known(event.ref()).status()).isEqualTo(SubscriptionStatus.ACTIVE);

    // What is complete stays as it is, by any card.
    assertThat(site.post(complete, card("4000000000009995")).json()).isEqualTo(done);
    assertThat(site.post("/sandbox/checkouts/x/complete", card("4242424242424242")).status())
        .isEqualTo(404);
  }

  private static String card(String number) {
    return "{\"cardNumber\": \"" + number + "\"}";
  }

  @Test
  void aSubscriptionIsRenewedFailsIsPaidAndIsCancelledWithoutItsPage() throws Exception {
    site.form(aPage(aSubscription(price())), GOOD);
    ProviderRef plan = ((SubscriptionEvent.SubscriptionChanged) told().get(0)).ref();
    String controls = "/sandbox/subscriptions/" + plan.value() + "/";

    assertThat(status(controls + "renew")).isEqualTo("active");
    assertThat(told()).hasSize(1);
    assertThat(status(controls + "fail")).isEqualTo("past_due");
    assertThat(told().get(0)).isInstanceOf(SubscriptionEvent.PaymentFailed.class);
    // What is owed stays so, and nothing is told of it again.
    assertThat(status(controls + "fail")).isEqualTo("past_due");
    assertThat(known(plan).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(status(controls + "renew")).isEqualTo("active");
    assertThat(told()).hasSize(1);
    assertThat(known(plan).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(status(controls + "cancel")).isEqualTo("ended");
    assertThat(told()).hasSize(1);
    assertThat(known(plan).status()).isEqualTo(SubscriptionStatus.ENDED);
    // What is over stays over.
    for (String control : List.of("renew", "fail", "cancel")) {
      assertThat(status(controls + control)).as(control).isEqualTo("ended");
    }

    assertThat(site.get("/sandbox/subscriptions").text()).contains(plan.value());
  }

  @Test
  void aCardThatIsGoodOnceIsDeclinedAtTheRenewal() throws Exception {
    site.form(aPage(aSubscription(price())), "cardNumber=4000000000000341");
    ProviderRef plan = ((SubscriptionEvent.SubscriptionChanged) told().get(0)).ref();

    assertThat(status("/sandbox/subscriptions/" + plan.value() + "/renew")).isEqualTo("past_due");
    assertThat(told().get(0)).isInstanceOf(SubscriptionEvent.PaymentFailed.class);
  }

  @Test
  void nobodysSubscriptionsAreNotFound() throws Exception {
    for (String control : List.of("renew", "fail", "cancel")) {
      assertThat(site.post("/sandbox/subscriptions/nobody/" + control, "").status())
          .as(control)
          .isEqualTo(404);
    }
  }

  private static String status(String control) throws Exception {
    return site.post(control, "").json().path("status").asText();
  }

  private static SubscriptionReading.Known known(ProviderRef plan) {
    return (SubscriptionReading.Known) subscriptions().find(plan);
  }

  @Test
  void theListOfInvoicesLeadsToTheirPages() throws Exception {
    String page = aBill(anInvoice(new Merchant.Operator()));

    JsonNode first = site.get("/sandbox/invoices").json().path("invoices").path(0);

    assertThat(first.path("page").asText()).isEqualTo(page);
    assertThat(first.path("amountMinor").asLong()).isEqualTo(4749);
    assertThat(first.path("status").asText()).isEqualTo("open");
  }
}
