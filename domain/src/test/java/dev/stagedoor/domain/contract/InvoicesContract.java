package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link Invoices} does. */
public interface InvoicesContract {
  Invoices invoices();

  InvoicingWorld world();

  /** Asks for an invoice of three lines, 47.49 USD, under a key of its own. */
  static InvoiceRequest anInvoice(Merchant merchant) {
    return anInvoice(
        merchant,
        new Customer(
            "customer-" + UUID.randomUUID(),
            "Ada Lovelace",
            Optional.of(new EmailAddress("ada@example.org"))),
        List.of(
            new InvoiceLine("Ring, silver", 2, Money.of(2000, "USD")),
            new InvoiceLine("Ribbon", 1, Money.of(749, "USD")),
            new InvoiceLine("Shipping", 1, Money.of(0, "USD"))));
  }

  /** Asks for an invoice under a key of its own. */
  static InvoiceRequest anInvoice(Merchant merchant, Customer customer, List<InvoiceLine> lines) {
    UUID id = UUID.randomUUID();
    return new InvoiceRequest(
        merchant,
        new InvoiceId(id),
        customer,
        lines,
        "From the live sale",
        Duration.ofDays(2),
        new IdempotencyKey("invoice-" + id));
  }

  private static Money total() {
    return Money.of(4749, "USD");
  }

  private Merchant merchant() {
    return world().merchants().get(0);
  }

  private InvoiceOutcome.Open issued(InvoiceRequest request) {
    return (InvoiceOutcome.Open) invoices().issue(request);
  }

  private static boolean isUnknown(InvoiceOutcome outcome) {
    return outcome instanceof InvoiceOutcome.Unknown;
  }

  @Test
  default void anInvoiceAsksForAllItsLinesAndWaitsToBePaid() {
    for (Merchant merchant : world().merchants()) {
      InvoiceRequest request = anInvoice(merchant);

      InvoiceOutcome.Open issued = issued(request);

      assertThat(issued.total()).isEqualTo(total());
      assertThat(issued.lastAttemptFailed()).isFalse();
      assertThat(invoices().find(merchant, issued.ref())).isEqualTo(issued);
      assertThat(world().invoicesOf(merchant, request.invoice())).isEqualTo(1);
    }
  }

  @Test
  default void aPaidInvoiceTellsSo() {
    for (Merchant merchant : world().merchants()) {
      ProviderRef invoice = issued(anInvoice(merchant)).ref();
      world().pay(merchant, invoice);

      assertThat(invoices().find(merchant, invoice))
          .isInstanceOfSatisfying(
              InvoiceOutcome.Paid.class,
              paid -> {
                assertThat(paid.ref()).isEqualTo(invoice);
                assertThat(paid.total()).isEqualTo(total());
              });
    }
  }

  @Test
  default void aFailedAttemptLeavesItOpenAndCanBeMadeGood() {
    ProviderRef invoice = issued(anInvoice(merchant())).ref();
    world().decline(merchant(), invoice);

    assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Open.class);

    world().pay(merchant(), invoice);
    assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Paid.class);
  }

  @Test
  default void theSameKeyGivesTheSameInvoice() {
    InvoiceRequest request = anInvoice(merchant());

    assertThat(issued(request)).isEqualTo(issued(request));
    assertThat(world().invoicesOf(merchant(), request.invoice())).isEqualTo(1);
  }

  @Test
  default void theSameKeyGivesTheSameInvoiceAfterItWasPaidOrTakenBack() {
    InvoiceRequest paid = anInvoice(merchant());
    world().pay(merchant(), issued(paid).ref());
    InvoiceRequest back = anInvoice(merchant());
    ProviderRef voided = issued(back).ref();
    invoices().cancel(merchant(), voided);

    assertThat(invoices().issue(paid)).isInstanceOf(InvoiceOutcome.Paid.class);
    assertThat(invoices().issue(back)).isEqualTo(new InvoiceOutcome.Voided(voided));
    assertThat(world().invoicesOf(merchant(), paid.invoice())).isEqualTo(1);
    assertThat(world().invoicesOf(merchant(), back.invoice())).isZero();
  }

  @Test
  default void twoInvoicesOfOneCustomerAreTwoInvoicesAndOneCustomer() {
    InvoiceRequest first = anInvoice(merchant());
    Customer married =
        new Customer(
            first.customer().reference(),
            "Ada King",
            Optional.of(new EmailAddress("king@example.org")));
    InvoiceRequest second = anInvoice(merchant(), married, first.lines());

    assertThat(issued(first).ref()).isNotEqualTo(issued(second).ref());
    assertThat(world().customersOf(merchant(), first.customer().reference())).isEqualTo(1);
  }

  @Test
  default void aCustomerNeedsNoName() {
    Customer nameless =
        new Customer(
            "customer-" + UUID.randomUUID(), "", Optional.of(new EmailAddress("ada@example.org")));

    assertThat(issued(anInvoice(merchant(), nameless, anInvoice(merchant()).lines())).total())
        .isEqualTo(total());
  }

  @Test
  default void anInvoiceTakenBackIsNotPaidAnyMore() {
    InvoiceRequest request = anInvoice(merchant());
    ProviderRef invoice = issued(request).ref();

    assertThat(invoices().cancel(merchant(), invoice))
        .isEqualTo(new InvoiceOutcome.Voided(invoice));
    assertThat(invoices().cancel(merchant(), invoice))
        .isEqualTo(new InvoiceOutcome.Voided(invoice));
    assertThat(invoices().find(merchant(), invoice)).isEqualTo(new InvoiceOutcome.Voided(invoice));
    assertThat(world().invoicesOf(merchant(), request.invoice())).isZero();
  }

  @Test
  default void aPaidInvoiceIsNotTakenBack() {
    ProviderRef invoice = issued(anInvoice(merchant())).ref();
    world().pay(merchant(), invoice);

    assertThat(invoices().cancel(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Paid.class);
    assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Paid.class);
  }

  @Test
  default void anInvoiceNobodyIssuedIsUnknownAndCannotBeTakenBack() {
    ProviderRef nobody = new ProviderRef(issued(anInvoice(merchant())).ref().provider(), "nobody");

    assertThat(invoices().find(merchant(), nobody)).isInstanceOf(InvoiceOutcome.Unknown.class);
    assertThatThrownBy(() -> invoices().cancel(merchant(), nobody))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  @Test
  default void oneMerchantDoesNotSeeWhatAnotherIssued() {
    for (Merchant one : world().merchants()) {
      ProviderRef invoice = issued(anInvoice(one)).ref();
      for (Merchant other : world().merchants()) {
        if (!other.equals(one)) {
          assertThat(invoices().find(other, invoice)).isInstanceOf(InvoiceOutcome.Unknown.class);
        }
      }
    }
  }

  @Test
  default void aCurrencyItCannotExpressIsRefused() {
    InvoiceRequest request =
        anInvoice(
            merchant(),
            anInvoice(merchant()).customer(),
            List.of(new InvoiceLine("Ring", 1, world().inexpressible())));

    assertThat(invoices().issue(request)).isInstanceOf(InvoiceOutcome.Refused.class);
    assertThat(world().invoicesOf(merchant(), request.invoice())).isZero();
  }

  @Test
  default void aLostAnswerAnywhereIsUnknownAndTheSameKeyFindsTheOneInvoice() {
    for (int answers = 0; answers < 8; answers++) {
      InvoiceRequest request = anInvoice(merchant());
      world().loseAnswerAfter(answers);

      Throwable lost = catchThrowable(() -> invoices().issue(request));
      if (lost != null) {
        assertThat(lost)
            .isInstanceOfSatisfying(
                ProviderException.class,
                problem ->
                    assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE));
        assertThat(world().invoicesOf(merchant(), request.invoice())).isZero();
      }
      world().recover();

      assertThat(issued(request).total()).isEqualTo(total());
      assertThat(world().invoicesOf(merchant(), request.invoice())).isEqualTo(1);
      assertThat(world().customersOf(merchant(), request.customer().reference())).isEqualTo(1);
    }
  }

  /** A question before it may get lost, too: then nothing was taken back. */
  @Test
  default void aLostAnswerToTakingBackIsUnknown() {
    List<InvoiceOutcome> outcomes = new ArrayList<>();
    for (int answers = 0; answers < 3; answers++) {
      InvoiceRequest request = anInvoice(merchant());
      ProviderRef invoice = issued(request).ref();
      world().loseAnswerAfter(answers);

      Throwable lost = catchThrowable(() -> outcomes.add(invoices().cancel(merchant(), invoice)));
      if (lost != null) {
        assertThat(lost)
            .isInstanceOfSatisfying(
                ProviderException.class,
                problem ->
                    assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE));
        assertThat(world().invoicesOf(merchant(), request.invoice())).isEqualTo(1);
      }
      world().recover();

      assertThat(invoices().cancel(merchant(), invoice))
          .isEqualTo(new InvoiceOutcome.Voided(invoice));
    }
    assertThat(outcomes)
        .allMatch(one -> isUnknown(one) || one instanceof InvoiceOutcome.Voided)
        .anyMatch(InvoicesContract::isUnknown);
  }

  @Test
  default void aLostAnswerToAQuestionIsUnknown() {
    ProviderRef invoice = issued(anInvoice(merchant())).ref();
    world().loseAnswerAfter(0);

    assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Unknown.class);
    world().recover();
    assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Open.class);
  }

  @Test
  default void aMerchantWhoseLeaveIsGoneIsUnauthorised() {
    Merchant gone = world().refused(MerchantReading.Why.REVOKED);
    ProviderRef invoice = issued(anInvoice(merchant())).ref();

    for (Supplier<InvoiceOutcome> call :
        List.<Supplier<InvoiceOutcome>>of(
            () -> invoices().issue(anInvoice(gone)),
            () -> invoices().find(gone, invoice),
            () -> invoices().cancel(gone, invoice))) {
      assertThatThrownBy(call::get)
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
    }
  }

  @Test
  default void aStandingNobodyHasHeardOfIsUnknown() {
    ProviderRef invoice = issued(anInvoice(merchant())).ref();
    world().standStrangely(merchant(), invoice);

    assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @Test
  default void issuingFailsAsEveryCallThatMayHaveActed() {
    AtomicReference<InvoiceRequest> last = new AtomicReference<>();

    // A new invoice each time: of one that exists already something was done.
    FailureClauses.eachIsThrownOrUnknownAfterAsking(
        world(),
        () -> {
          last.set(anInvoice(merchant()));
          return invoices().issue(last.get());
        },
        InvoicesContract::isUnknown,
        () -> assertThat(world().invoicesOf(merchant(), last.get().invoice())).isZero());
  }

  @Test
  default void takingBackFailsAsEveryCallThatMayHaveActed() {
    ProviderRef invoice = issued(anInvoice(merchant())).ref();
    InvoiceRequest other = anInvoice(merchant());
    ProviderRef kept = issued(other).ref();

    FailureClauses.eachIsThrownOrUnknownAfterAsking(
        world(),
        () -> invoices().cancel(merchant(), invoice),
        InvoicesContract::isUnknown,
        // The first failure that passes takes the invoice back; what a failure does is seen at
        // another, that nobody takes back while all is well.
        () -> {
          Throwable ignored = catchThrowable(() -> invoices().cancel(merchant(), kept));
          assertThat(world().invoicesOf(merchant(), other.invoice())).isEqualTo(1);
        });
  }

  @Test
  default void aQuestionThatFailsIsUnknownUnlessTheCredentialsAreBad() {
    ProviderRef invoice = issued(anInvoice(merchant())).ref();
    Set<FarSideFailure> credentials =
        EnumSet.of(FarSideFailure.UNAUTHORISED, FarSideFailure.FORBIDDEN);
    for (FarSideFailure failure : FarSideFailure.values()) {
      world().fail(failure);
      if (credentials.contains(failure)) {
        assertThat(catchThrowable(() -> invoices().find(merchant(), invoice)))
            .as(failure.name())
            .isInstanceOfSatisfying(
                ProviderException.class,
                problem ->
                    assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
      } else {
        assertThat(isUnknown(invoices().find(merchant(), invoice))).as(failure.name()).isTrue();
      }
      world().recover();
      assertThat(invoices().find(merchant(), invoice)).isInstanceOf(InvoiceOutcome.Open.class);
    }
  }

  @Test
  default void keysOfMerchantsAreNotPrinted() {
    for (Merchant merchant : world().merchants()) {
      if (merchant instanceof Merchant.Keyed keyed) {
        InvoiceRequest request = anInvoice(keyed);
        assertThat(request + " " + invoices().issue(request) + " " + invoices())
            .doesNotContain(keyed.key().reveal());
      }
    }
  }
}
