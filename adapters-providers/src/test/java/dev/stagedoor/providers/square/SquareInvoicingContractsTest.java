package dev.stagedoor.providers.square;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.InvoicesContract;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.contract.MerchantAccountsContract;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.invoicing.Customer;
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
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareInvoicingContractsTest implements InvoicesContract, MerchantAccountsContract {
  private static final Merchant FIRST = keyed(SquareStub.TOKEN, SquareStub.LOCATION);
  private static final Merchant OTHER = keyed(SquareStub.OTHER_TOKEN, SquareStub.OTHER_LOCATION);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  private final SquareStub stub = SquareStub.start(clock);

  /** Repeats no call: what a contract sees is what one call does. */
  private final Square square =
      Square.open(
          new SquareConfig(
              URI.create("https://stagedoor.example/api/webhooks/square"), stub.baseUrl()),
          ProviderRuntime.plain().with(clock),
          HttpLimits.DEFAULT.withExchange(Duration.ofSeconds(1)).withRepeats(0));

  private final World world = new World();

  private static Merchant keyed(Secret token, String location) {
    return new Merchant.Keyed(token, Optional.of(location));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Invoices invoices() {
    return square.invoicingProvider().invoices();
  }

  @Override
  public MerchantAccounts accounts() {
    return square.invoicingProvider().merchants();
  }

  @Override
  public InvoicingWorld world() {
    return world;
  }

  private final class World implements InvoicingWorld {
    @Override
    public List<Merchant> merchants() {
      return List.of(FIRST, OTHER);
    }

    @Override
    public Merchant refused(Why why) {
      return switch (why) {
        case NOT_A_KEY -> keyed(Secret.of("sq0idp-the-id-of-an-application"), "L1");
        case REVOKED -> keyed(Secret.of("EAAAstub-token-taken-back"), SquareStub.LOCATION);
        case NOT_PERMITTED -> keyed(SquareStub.SMALL_TOKEN, "LSTUBSMALL");
        case WRONG_SITE -> keyed(SquareStub.TOKEN, SquareStub.OTHER_LOCATION);
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
      // The page tells the customer, and Square nobody else.
    }

    @Override
    public void standStrangely(Merchant merchant, ProviderRef invoice) {
      stub.changed(invoice.value(), "SOLD");
    }

    @Override
    public void loseAnswerAfter(int answers) {
      stub.loseAnswerAfter(answers);
    }

    @Override
    public int invoicesOf(Merchant merchant, InvoiceId invoice) {
      return (int)
          stub.things(token(merchant), "inv").stream()
              .filter(one -> isOf(one, "invoice_number", invoice.value().toString()))
              .filter(one -> Set.of("UNPAID", "PAID").contains(one.path("status").asText()))
              .count();
    }

    @Override
    public int customersOf(Merchant merchant, String reference) {
      return (int)
          stub.things(token(merchant), "customer").stream()
              .filter(one -> isOf(one, "reference_id", reference))
              .count();
    }

    private boolean isOf(JsonNode thing, String member, String value) {
      return thing.path(member).asText().equals(value);
    }

    private Secret token(Merchant merchant) {
      return ((Merchant.Keyed) merchant).key();
    }

    @Override
    public void fail(FarSideFailure how) {
      stub.fail(how);
    }

    @Override
    public void recover() {
      stub.recover();
      // The circuit, if it opened, closes.
      clock.advance(Duration.ofMinutes(2));
    }
  }

  // ---- what Square alone does

  private InvoiceOutcome.Open issued(InvoiceRequest request) {
    return (InvoiceOutcome.Open) invoices().issue(request);
  }

  private ObjectNode invoice() {
    List<ObjectNode> all = stub.things(SquareStub.TOKEN, "inv");
    return all.get(all.size() - 1);
  }

  private static InvoiceRequest with(InvoiceRequest request, Customer customer) {
    return new InvoiceRequest(
        request.merchant(),
        request.invoice(),
        customer,
        request.lines(),
        request.memo(),
        request.due(),
        request.key());
  }

  @Test
  void anInvoiceSaysAllThatWasAsked() {
    InvoiceOutcome.Open issued = issued(anInvoice(FIRST));

    assertThat(invoice().path("description").asText()).isEqualTo("From the live sale");
    assertThat(invoice().path("delivery_method").asText()).isEqualTo("SHARE_MANUALLY");
    assertThat(issued.page()).contains(URI.create(invoice().path("public_url").asText()));
    ObjectNode order = stub.things(SquareStub.TOKEN, "order").get(0);
    assertThat(order.path("line_items").findValuesAsText("name"))
        .containsExactly("Ring, silver", "Ribbon", "Shipping");
    assertThat(order.path("line_items").findValuesAsText("quantity"))
        .containsExactly("2", "1", "1");
    assertThat(order.path("line_items").findValuesAsText("amount"))
        .containsExactly("2000", "749", "0");
    ObjectNode customer = stub.things(SquareStub.TOKEN, "customer").get(0);
    assertThat(customer.path("given_name").asText()).isEqualTo("Ada Lovelace");
    assertThat(customer.path("email_address").asText()).isEqualTo("ada@example.org");
  }

  @Test
  void theDueDateIsTheLocationsAndNobodyGetsLessTime() {
    clock.advance(Duration.ofHours(18));

    issued(anInvoice(FIRST));
    issued(anInvoice(OTHER));

    // 2026-08-02T04:00Z and two days: the evening of the third in Los Angeles, the fourth in Tokyo.
    assertThat(invoice().at("/payment_requests/0/due_date").asText()).isEqualTo("2026-08-03");
    assertThat(
            stub.things(SquareStub.OTHER_TOKEN, "inv")
                .get(0)
                .at("/payment_requests/0/due_date")
                .asText())
        .isEqualTo("2026-08-04");
  }

  @Test
  void whatIsPaidInPartIsNotTakenBack() {
    ProviderRef partly = issued(anInvoice(FIRST)).ref();
    stub.changed(partly.value(), "PARTIALLY_PAID");

    assertThatThrownBy(() -> invoices().cancel(FIRST, partly))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
    assertThat(invoices().find(FIRST, partly)).isInstanceOf(InvoiceOutcome.Open.class);
  }

  @Test
  void theSameInvoiceIsFoundWhenSquareHasForgottenTheKeys() {
    InvoiceRequest request = anInvoice(FIRST);
    InvoiceOutcome first = issued(request);
    stub.forgetKeys();

    assertThat(invoices().issue(request)).isEqualTo(first);
    assertThat(stub.things(SquareStub.TOKEN, "inv")).hasSize(1);
    assertThat(stub.things(SquareStub.TOKEN, "customer")).hasSize(1);
  }

  @Test
  void anInvoiceIsFoundBehindManyOthersOfTheCustomer() {
    InvoiceRequest first = anInvoice(FIRST);
    for (int i = 0; i < 5; i++) {
      issued(with(anInvoice(FIRST), first.customer()));
    }
    InvoiceOutcome issued = issued(first);
    stub.forgetKeys();
    stub.setInvoicesPerPage(2);

    assertThat(invoices().issue(first)).isEqualTo(issued);
    assertThat(stub.things(SquareStub.TOKEN, "inv")).hasSize(6);
  }

  @Test
  void aDraftThatWasLeftForDaysIsGoneOnWithAndGetsItsTime() {
    InvoiceRequest request = anInvoice(FIRST);
    // Location, three of the customer, the search, the order; then the draft, whose answer is lost.
    stub.loseAnswerAfter(6);
    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(invoice().path("status").asText()).isEqualTo("DRAFT");
    world.recover();
    stub.forgetKeys();
    clock.advance(Duration.ofDays(7));

    InvoiceOutcome.Open issued = issued(request);

    assertThat(issued.total()).isEqualTo(Money.of(4749, "USD"));
    assertThat(stub.things(SquareStub.TOKEN, "inv")).hasSize(1);
    assertThat(invoice().at("/payment_requests/0/due_date").asText()).isEqualTo("2026-08-10");
  }

  @Test
  void aStepWhoseAnswerIsLostIsRepeatedAndDoneOnce() {
    Invoices repeating =
        Square.open(
                new SquareConfig(URI.create("https://stagedoor.example"), stub.baseUrl()),
                ProviderRuntime.plain().with(clock).with(new PassingWaiting()))
            .invoicingProvider()
            .invoices();
    for (int answers = 0; answers < 8; answers++) {
      InvoiceRequest request = anInvoice(FIRST);
      stub.loseAnswerAfter(answers);

      assertThat(repeating.issue(request)).isInstanceOf(InvoiceOutcome.Open.class);
      assertThat(world.invoicesOf(FIRST, request.invoice())).isEqualTo(1);
    }
    assertThat(stub.things(SquareStub.TOKEN, "inv")).hasSize(8);
    assertThat(stub.things(SquareStub.TOKEN, "order")).hasSize(8);
    assertThat(stub.things(SquareStub.TOKEN, "customer")).hasSize(8);
  }

  private static final class PassingWaiting implements Waiting {
    private long now;

    @Override
    public synchronized long nanoTime() {
      return now;
    }

    @Override
    public synchronized void pause(Duration pause) {
      now += pause.toNanos();
    }
  }

  @Test
  void aCustomerWithoutAnAddressIsRefusedAndNothingIsAsked() {
    Customer nameless = new Customer("customer-" + UUID.randomUUID(), "Ada", Optional.empty());

    assertThat(invoices().issue(with(anInvoice(FIRST), nameless)))
        .isEqualTo(new InvoiceOutcome.Refused("customer_email_needed"));
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void aLongReferenceIsOneCustomer() {
    InvoiceRequest first = anInvoice(FIRST);
    Customer longNamed = new Customer("c".repeat(255), "Ada", first.customer().email());

    issued(with(first, longNamed));
    stub.minutePasses();
    issued(with(anInvoice(FIRST), longNamed));

    assertThat(stub.things(SquareStub.TOKEN, "customer")).hasSize(1);
  }

  @Test
  void anotherCurrencyThanTheLocationsIsRefusedBeforeAnythingIsMade() {
    stub.location(SquareStub.LOCATION).put("currency", "JPY");

    assertThat(invoices().issue(anInvoice(FIRST)))
        .isEqualTo(new InvoiceOutcome.Refused("currency_not_supported"));
    assertThat(stub.things(SquareStub.TOKEN, "customer")).isEmpty();

    InvoiceRequest yen =
        anInvoice(
            FIRST,
            anInvoice(FIRST).customer(),
            List.of(new InvoiceLine("Ring", 1, Money.of(500, "JPY"))));
    assertThat(issued(yen).total()).isEqualTo(Money.of(500, "JPY"));
  }

  @Test
  void aLocationOfSomebodyElseIsRefusedAndSoIsNone() {
    Merchant elsewhere = world.refused(Why.WRONG_SITE);
    Merchant nowhere = new Merchant.Keyed(SquareStub.TOKEN, Optional.empty());

    for (Merchant merchant : List.of(elsewhere, nowhere)) {
      assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
      assertThat(invoices().issue(anInvoice(merchant)))
          .isEqualTo(new InvoiceOutcome.Refused("location_not_found"));
    }
  }

  @Test
  void aMerchantIsNamedWithTheLocationsCurrency() {
    assertThat(accounts().check(FIRST))
        .isEqualTo(
            new MerchantReading.Working(
                "MSTUBFIRST",
                Optional.of("Shop of MSTUBFIRST"),
                Optional.of(Currency.getInstance("USD")),
                false,
                true));
  }

  @Test
  void aLocationThatIsClosedOrTakesNoCardsCannotCharge() {
    stub.location(SquareStub.LOCATION).put("status", "INACTIVE");
    stub.location(SquareStub.OTHER_LOCATION).putArray("capabilities");

    for (Merchant merchant : List.of(FIRST, OTHER)) {
      assertThat(accounts().check(merchant))
          .isInstanceOfSatisfying(
              MerchantReading.Working.class, working -> assertThat(working.canCharge()).isFalse());
    }
  }

  @Test
  void whoHasNoTokenCannotBeActedFor() {
    for (Merchant merchant :
        List.of(new Merchant.Operator(), new Merchant.Connected("MSTUBFIRST"))) {
      assertThat(accounts().check(merchant)).isEqualTo(new MerchantReading.Refused(Why.NOT_A_KEY));
      assertThatThrownBy(() -> invoices().issue(anInvoice(merchant)))
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
    }
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void aRefusalOfSquaresIsToldByItsCode() {
    InvoiceRequest request = anInvoice(FIRST);
    stub.location(SquareStub.LOCATION).put("timezone", "Pacific/Kiritimati");
    InvoiceRequest late =
        new InvoiceRequest(
            FIRST,
            request.invoice(),
            request.customer(),
            request.lines(),
            "",
            Duration.ofDays(-3),
            request.key());

    assertThat(invoices().issue(late)).isEqualTo(new InvoiceOutcome.Refused("INVALID_VALUE"));
  }

  @Test
  void twoWhoWriteTheSameInvoiceDifferentlyAreNotRefused() {
    InvoiceRequest request = anInvoice(FIRST);
    issued(request);
    stub.things(SquareStub.TOKEN, "inv").get(0).put("invoice_number", "another");
    InvoiceRequest other =
        new InvoiceRequest(
            FIRST,
            request.invoice(),
            request.customer(),
            List.of(new InvoiceLine("Ring", 1, Money.of(100, "USD"))),
            request.memo(),
            request.due(),
            request.key());

    assertThat(invoices().issue(other)).isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAID", "REFUNDED", "CANCELED"})
  void whatIsOverIsNotTakenBackAnyMore(String status) {
    ProviderRef invoice = issued(anInvoice(FIRST)).ref();
    stub.changed(invoice.value(), status);

    InvoiceOutcome standing = invoices().find(FIRST, invoice);
    assertThat(invoices().cancel(FIRST, invoice)).isEqualTo(standing);
    assertThat(stub.asked()).noneMatch(call -> call.endsWith("/cancel"));
  }

  @Test
  void aDraftCannotBeTakenBack() {
    ProviderRef invoice = issued(anInvoice(FIRST)).ref();
    stub.changed(invoice.value(), "DRAFT");

    assertThatThrownBy(() -> invoices().cancel(FIRST, invoice))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  @Test
  void anInvoiceOfAnotherProviderIsNotAskedFor() {
    ProviderRef foreign = ProviderRef.of("stripe", "in_1");

    assertThat(invoices().find(FIRST, foreign)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThatThrownBy(() -> invoices().cancel(FIRST, foreign))
        .isInstanceOf(ProviderException.class);
    assertThat(stub.asked()).isEmpty();
  }
}
