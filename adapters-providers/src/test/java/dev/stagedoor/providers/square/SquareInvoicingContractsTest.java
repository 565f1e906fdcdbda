package dev.stagedoor.providers.square;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.InvoicingWorld;
import dev.stagedoor.domain.contract.MerchantAccountsContract;
import dev.stagedoor.domain.contract.UnaddressedCustomersContract;
import dev.stagedoor.domain.fake.MutableClock;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareInvoicingContractsTest
    implements UnaddressedCustomersContract, MerchantAccountsContract {
  private static final Merchant FIRST = keyed(SquareStub.TOKEN, SquareStub.LOCATION);
  private static final Merchant OTHER = keyed(SquareStub.OTHER_TOKEN, SquareStub.OTHER_LOCATION);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  private final SquareStub stub = SquareStub.start(clock);

  /** Repeats no call: what a contract sees is what one call does. */
  private final Square patient = open(HttpLimits.DEFAULT.withRepeats(0));

  private final Square hasty =
      open(HttpLimits.DEFAULT.withRepeats(0).withExchange(Duration.ofSeconds(1)));

  private final World world = new World();

  private Square open(HttpLimits limits) {
    return Square.open(
        new SquareConfig(
            URI.create("https://stagedoor.example/api/webhooks/square"), stub.baseUrl()),
        ProviderRuntime.plain().with(clock),
        limits);
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  private Square square() {
    return stub.isSlow() ? hasty : patient;
  }

  private static Merchant keyed(Secret token, String location) {
    return new Merchant.Keyed(token, Optional.of(location));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Invoices invoices() {
    return square().invoicingProvider().invoices();
  }

  @Override
  public MerchantAccounts accounts() {
    return square().invoicingProvider().merchants();
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
      stub.payOrder(invoice.value());
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
          stub.things(token(merchant), "order").stream()
              .filter(one -> isOf(one, "/reference_id", invoice.value().toString()))
              .filter(
                  one -> Set.of("DRAFT", "OPEN", "COMPLETED").contains(one.path("state").asText()))
              .count();
    }

    /** There are no customers, but what is told of one says whether another is the same. */
    @Override
    public int customersOf(Merchant merchant, String reference) {
      String customer = SquareInvoices.customer(reference);
      return (int)
          stub.things(token(merchant), "order").stream()
              .map(one -> one.path("metadata").path(SquareInvoices.OUR_CUSTOMER).asText())
              .filter(customer::equals)
              .distinct()
              .count();
    }

    private boolean isOf(JsonNode thing, String member, String value) {
      return thing.at(member).asText().equals(value);
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

  private ObjectNode order() {
    List<ObjectNode> all = stub.things(SquareStub.TOKEN, "order");
    return all.get(all.size() - 1);
  }

  private ObjectNode link() {
    List<ObjectNode> all = stub.things(SquareStub.TOKEN, "link");
    return all.get(all.size() - 1);
  }

  private static InvoiceRequest with(InvoiceRequest request, List<InvoiceLine> lines, String memo) {
    return new InvoiceRequest(
        request.merchant(),
        request.invoice(),
        request.customer(),
        lines,
        memo,
        request.due(),
        request.key());
  }

  private static InvoiceRequest withAnotherPrice(InvoiceRequest request) {
    return with(request, List.of(new InvoiceLine("Ring", 1, Money.of(100, "USD"))), request.memo());
  }

  @Test
  void aLinkSaysAllThatWasAskedAndNothingOfTheCustomer() {
    InvoiceRequest request = anInvoice(FIRST);

    InvoiceOutcome.Open issued = issued(request);

    String ours = request.invoice().value().toString();
    assertThat(issued.ref().value()).isEqualTo(order().path("id").asText());
    assertThat(issued.page()).contains(URI.create(link().path("url").asText()));
    assertThat(link().path("description").asText()).isEqualTo("From the live sale");
    assertThat(link().path("payment_note").asText()).isEqualTo(ours);
    assertThat(link().path("checkout_options").path("allow_tipping").asBoolean(true)).isFalse();
    assertThat(order().path("reference_id").asText()).isEqualTo(ours);
    assertThat(order().path("metadata").path(SquareInvoices.OUR_ID).asText()).isEqualTo(ours);
    assertThat(order().path("line_items").findValuesAsText("name"))
        .containsExactly("Ring, silver", "Ribbon", "Shipping");
    assertThat(order().path("line_items").findValuesAsText("quantity"))
        .containsExactly("2", "1", "1");
    assertThat(order().path("line_items").findValuesAsText("amount"))
        .containsExactly("2000", "749", "0");
    assertThat(order() + " " + link())
        .doesNotContain(request.customer().reference())
        .doesNotContain("ada@example.org")
        .doesNotContain(request.customer().name());
  }

  @Test
  void aMemoThatIsTooLongIsCut() {
    InvoiceRequest request = anInvoice(FIRST);

    issued(with(request, request.lines(), "m".repeat(4097)));

    assertThat(link().path("description").asText()).isEqualTo("m".repeat(4096));
  }

  @Test
  void aMemoIsNotCutInTheMiddleOfACharacter() {
    InvoiceRequest request = anInvoice(FIRST);

    issued(with(request, request.lines(), "m".repeat(4095) + "💍"));

    assertThat(link().path("description").asText()).isEqualTo("m".repeat(4095));
  }

  @Test
  void theSameLinkIsFoundWhenSquareHasForgottenTheKeys() {
    InvoiceRequest request = anInvoice(FIRST);
    InvoiceOutcome first = issued(request);
    stub.forgetKeys();

    assertThat(invoices().issue(request)).isEqualTo(first);
    assertThat(stub.things(SquareStub.TOKEN, "order")).hasSize(1);
    assertThat(stub.things(SquareStub.TOKEN, "link")).hasSize(1);
  }

  @Test
  void aLinkWhoseAnswerWasLostIsFoundWhenSquareHasForgottenTheKeys() {
    InvoiceRequest request = anInvoice(FIRST);
    // The location and the search are answered, and the link's answer is lost.
    stub.loseAnswerAfter(2);
    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
    world.recover();
    stub.forgetKeys();

    assertThat(issued(request).page()).contains(URI.create(link().path("url").asText()));
    assertThat(stub.things(SquareStub.TOKEN, "link")).hasSize(1);
  }

  @Test
  void aLinkIsFoundBehindManyOthers() {
    InvoiceRequest first = anInvoice(FIRST);
    InvoiceOutcome.Open issued = issued(first);
    for (int i = 0; i < 5; i++) {
      issued(anInvoice(FIRST));
    }
    InvoiceOutcome.Open last = issued(anInvoice(FIRST));
    stub.forgetKeys();
    stub.setThingsPerPage(2);

    // The newest orders come first; the list of links has no order that is told.
    assertThat(invoices().issue(first)).isEqualTo(issued);
    assertThat(invoices().find(FIRST, last.ref())).isEqualTo(last);
    assertThat(stub.things(SquareStub.TOKEN, "link")).hasSize(7);
  }

  @Test
  void aLinkBehindTooManyOthersIsTheSameByItsKey() {
    InvoiceRequest first = anInvoice(FIRST);
    InvoiceOutcome.Open issued = issued(first);
    for (int i = 0; i < 6; i++) {
      issued(anInvoice(FIRST));
    }
    stub.minutePasses();
    stub.setThingsPerPage(1);
    int before = stub.asked().size();

    assertThat(invoices().issue(first)).isEqualTo(issued);
    assertThat(stub.things(SquareStub.TOKEN, "link")).hasSize(7);
    assertThat(stub.asked().subList(before, stub.asked().size()))
        .filteredOn(call -> call.equals("POST /v2/orders/search"))
        .hasSize(5);
  }

  @Test
  void whatWasPaidOrTakenBackIsFoundWhenSquareHasForgottenTheKeys() {
    InvoiceRequest paid = anInvoice(FIRST);
    stub.payOrder(issued(paid).ref().value());
    InvoiceRequest back = anInvoice(FIRST);
    ProviderRef voided = issued(back).ref();
    invoices().cancel(FIRST, voided);
    stub.forgetKeys();

    assertThat(invoices().issue(paid)).isInstanceOf(InvoiceOutcome.Paid.class);
    assertThat(invoices().issue(back)).isEqualTo(new InvoiceOutcome.Voided(voided));
    assertThat(stub.things(SquareStub.TOKEN, "order")).hasSize(2);
  }

  @Test
  void aStepWhoseAnswerIsLostIsRepeatedAndDoneOnce() {
    Invoices repeating =
        Square.open(
                new SquareConfig(URI.create("https://stagedoor.example"), stub.baseUrl()),
                ProviderRuntime.plain().with(clock).with(new PassingWaiting()))
            .invoicingProvider()
            .invoices();
    for (int answers = 0; answers < 4; answers++) {
      InvoiceRequest request = anInvoice(FIRST);
      stub.loseAnswerAfter(answers);

      assertThat(repeating.issue(request)).isInstanceOf(InvoiceOutcome.Open.class);
      assertThat(world.invoicesOf(FIRST, request.invoice())).isEqualTo(1);
    }
    assertThat(stub.things(SquareStub.TOKEN, "link")).hasSize(4);
    assertThat(stub.things(SquareStub.TOKEN, "order")).hasSize(4);
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
  void aLinkOfAnotherAmountIsTakenBackAndStaysRefused() {
    InvoiceRequest request = anInvoice(FIRST);
    stub.addToTotals(100);

    for (int times = 0; times < 2; times++) {
      assertThat(invoices().issue(request)).isEqualTo(new InvoiceOutcome.Refused("total_differs"));
      assertThat(world.invoicesOf(FIRST, request.invoice())).isZero();
      assertThat(stub.things(SquareStub.TOKEN, "link")).isEmpty();
      assertThat(stub.things(SquareStub.TOKEN, "order")).hasSize(1);
      stub.forgetKeys();
    }
  }

  @Test
  void aLinkOfAnotherAmountThatCouldNotBeTakenBackIsTakenBackTheNextTime() {
    InvoiceRequest request = anInvoice(FIRST);
    stub.addToTotals(100);
    // The location, the search, the link, the order; then its deletion, whose answer is lost.
    stub.loseAnswerAfter(4);

    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
    world.recover();

    assertThat(invoices().issue(request)).isEqualTo(new InvoiceOutcome.Refused("total_differs"));
  }

  @Test
  void anOrderOfAnotherAmountThatIsFoundLaterIsTakenBack() {
    InvoiceRequest request = anInvoice(FIRST);
    issued(request);
    stub.forgetKeys();

    assertThat(invoices().issue(withAnotherPrice(request)))
        .isEqualTo(new InvoiceOutcome.Refused("total_differs"));
    assertThat(world.invoicesOf(FIRST, request.invoice())).isZero();
  }

  @Test
  void anOrderOfAnotherAmountThatSomebodyPaysIsLeft() {
    InvoiceRequest request = anInvoice(FIRST);
    stub.tender(issued(request).ref().value(), 4749, "AUTHORIZED");
    stub.forgetKeys();

    assertThat(invoices().issue(withAnotherPrice(request)))
        .isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(world.invoicesOf(FIRST, request.invoice())).isEqualTo(1);
  }

  @Test
  void anOrderWithoutALinkIsUnknownAndCannotBeTakenBack() {
    InvoiceRequest request = anInvoice(FIRST);
    ProviderRef invoice = issued(request).ref();
    stub.dropLinks();
    stub.forgetKeys();

    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(invoices().find(FIRST, invoice)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(invoices().cancel(FIRST, invoice)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(stub.things(SquareStub.TOKEN, "order")).hasSize(1);
  }

  @Test
  void anotherCurrencyThanTheLocationsIsRefusedBeforeAnythingIsMade() {
    stub.location(SquareStub.LOCATION).put("currency", "JPY");

    assertThat(invoices().issue(anInvoice(FIRST)))
        .isEqualTo(new InvoiceOutcome.Refused("currency_not_supported"));
    assertThat(stub.things(SquareStub.TOKEN, "order")).isEmpty();

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
    InvoiceRequest forNothing =
        anInvoice(
            FIRST,
            anInvoice(FIRST).customer(),
            List.of(new InvoiceLine("Shipping", 1, Money.of(0, "USD"))));

    assertThat(invoices().issue(forNothing)).isEqualTo(new InvoiceOutcome.Refused("VALUE_TOO_LOW"));
  }

  @Test
  void twoWhoWriteTheSameInvoiceDifferentlyAreNotRefused() {
    InvoiceRequest request = anInvoice(FIRST);
    issued(request);

    // The order is too young to be found, and the key is known.
    assertThat(invoices().issue(withAnotherPrice(request)))
        .isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThat(world.invoicesOf(FIRST, request.invoice())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "CANCELED", "SOLD"})
  void whatDoesNotWaitToBePaidIsNotTakenBack(String state) {
    ProviderRef invoice = issued(anInvoice(FIRST)).ref();
    stub.changed(invoice.value(), state);

    InvoiceOutcome standing = invoices().find(FIRST, invoice);
    assertThat(invoices().cancel(FIRST, invoice)).isEqualTo(standing);
    assertThat(stub.asked()).noneMatch(call -> call.startsWith("DELETE"));
  }

  @ParameterizedTest
  @CsvSource({"4000, CAPTURED", "4749, AUTHORIZED"})
  void whatIsPartlyPaidOrBeingPaidStaysOpenAndCannotBeTakenBack(long amount, String status) {
    InvoiceOutcome.Open issued = issued(anInvoice(FIRST));
    stub.tender(issued.ref().value(), amount, status);

    assertThatThrownBy(() -> invoices().cancel(FIRST, issued.ref()))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
    assertThat(stub.asked()).noneMatch(call -> call.startsWith("DELETE"));
    assertThat(invoices().find(FIRST, issued.ref())).isEqualTo(issued);
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
