package dev.stagedoor.domain.invoicing;

import static dev.stagedoor.domain.fixture.InvoiceBuilder.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceTest {
  private static final Merchant OPERATOR = new Merchant.Operator();
  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plus(Invoice.LEASE);
  private static final ProviderRef REF = ProviderRef.of("fake", "in_1");

  private static InvoiceOutcome open(Invoice invoice, boolean failed) {
    return new InvoiceOutcome.Open(
        invoice.ref().orElse(REF), invoice.total(), Optional.empty(), failed);
  }

  private static InvoiceOutcome open(Invoice invoice, Money total) {
    return new InvoiceOutcome.Open(invoice.ref().orElse(REF), total, Optional.empty(), false);
  }

  private static List<InvoiceLine> lines(long cents) {
    return List.of(new InvoiceLine("Vase", 1, Money.of(cents, "USD")));
  }

  private static InvoiceRequest begin(Invoice invoice, Instant now) {
    return invoice.beginWriting(OPERATOR, now).orElseThrow();
  }

  private static Optional<InvoiceProblem.Kind> problem(Invoice invoice) {
    return invoice.problem().map(InvoiceProblem::kind);
  }

  @Test
  void oneAtATimeWritesIt() {
    Invoice invoice = anInvoice().build();
    InvoiceRequest first = begin(invoice, NOW);

    assertThat(invoice.beginWriting(OPERATOR, LATER.minusMillis(1))).isEmpty();

    assertThat(begin(invoice, LATER).key()).isEqualTo(first.key());
  }

  @Test
  void whoIsAtItKeepsOthersFromItUntilAMinuteAfterTheLastSignOfLife() {
    Invoice invoice = anInvoice().build();
    InvoiceRequest request = begin(invoice, NOW);
    Instant sign = LATER.minusSeconds(1);

    assertThat(invoice.isStillBeingWritten(request, sign)).isTrue();

    Instant end = sign.plus(Invoice.LEASE);
    assertThat(invoice.nextCheckAt()).contains(end);
    assertThat(invoice.beginWriting(OPERATOR, end.minusMillis(1))).isEmpty();
    assertThat(invoice.beginWriting(OPERATOR, end)).isPresent();
  }

  @Test
  void whatIsAnsweredOrNotWantedIsNotKeptFromAnybody() {
    Invoice written = anInvoice().build();
    InvoiceRequest first = begin(written, NOW);
    written.learn(open(written, false), NOW);
    Instant check = written.nextCheckAt().orElseThrow();
    Invoice anew = anInvoice().build();
    InvoiceRequest refused = begin(anew, NOW);
    anew.learn(new InvoiceOutcome.Refused("no"), NOW);
    anew.retry(lines(77), NOW);
    begin(anew, NOW);

    assertThat(written.isStillBeingWritten(first, NOW)).isFalse();
    assertThat(anew.isStillBeingWritten(refused, NOW.plusSeconds(30))).isFalse();

    assertThat(written.nextCheckAt()).contains(check);
    assertThat(anew.nextCheckAt()).contains(LATER);
  }

  @Test
  void whatIsWrittenIsNotWrittenAgain() {
    assertThat(anInvoice().written().build().beginWriting(OPERATOR, LATER)).isEmpty();
  }

  @Test
  void aRefusalTakesAnotherKeyAndOtherLinesTheNextTime() {
    Invoice invoice = anInvoice().build();
    InvoiceRequest first = begin(invoice, NOW);
    invoice.learn(new InvoiceOutcome.Refused("no"), NOW);
    assertThat(invoice.wants(first)).isTrue();

    List<Announcement> news = invoice.retry(lines(77), NOW).orElseThrow();

    assertThat(news).hasSize(1);
    assertThat(invoice.total()).isEqualTo(Money.of(77, "USD"));
    assertThat(invoice.wants(first)).isFalse();
    assertThat(begin(invoice, NOW).key()).isNotEqualTo(first.key());
  }

  @Test
  void whatMayBeThereKeepsItsKeyAndItsLines() {
    Invoice invoice = anInvoice().build();
    InvoiceRequest first = begin(invoice, NOW);
    invoice.learn(new InvoiceOutcome.Unknown("lost"), NOW);
    begin(invoice, NOW);
    invoice.learnNotAuthorised(NOW);
    assertThat(problem(invoice)).contains(InvoiceProblem.Kind.NOT_AUTHORISED);

    assertThat(invoice.retry(lines(77), NOW)).isPresent();

    assertThat(invoice.wants(first)).isTrue();
    assertThat(invoice.lines()).isEqualTo(first.lines());
    assertThat(invoice.voidUnwritten(NOW)).isEmpty();
  }

  @Test
  void aRefusalAfterALostAnswerTellsNothingOfWhatIsThereAlready() {
    Invoice invoice = anInvoice().build();
    InvoiceRequest first = begin(invoice, NOW);
    invoice.learn(new InvoiceOutcome.Unknown("lost"), NOW);
    begin(invoice, NOW);

    invoice.learn(new InvoiceOutcome.Refused("no"), NOW);

    assertThat(problem(invoice)).contains(InvoiceProblem.Kind.REFUSED);
    assertThat(invoice.voidUnwritten(NOW)).isEmpty();
    assertThat(invoice.retry(lines(77), NOW)).isPresent();
    assertThat(invoice.wants(first)).isTrue();
    assertThat(invoice.lines()).isEqualTo(first.lines());
  }

  @Test
  void whatIsRefusedCanBeGivenUpThoughAnEarlierTryMayBeThere() {
    Invoice invoice = anInvoice().build();
    begin(invoice, NOW);
    invoice.learn(new InvoiceOutcome.Unknown("lost"), NOW);
    assertThat(invoice.voidRefused(NOW)).isEmpty();
    begin(invoice, NOW);
    invoice.learn(new InvoiceOutcome.Refused("no"), NOW);

    assertThat(invoice.voidRefused(NOW)).isPresent();

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.VOID);
    assertThat(invoice.voidRefused(NOW)).isEmpty();
  }

  @Test
  void whatWasNeverAskedForIsVoidedWithoutTheProvider() {
    Invoice fresh = anInvoice().build();
    Invoice away = anInvoice().beingWritten().then(one -> one.couldNotAsk(NOW)).build();

    assertThat(fresh.voidUnwritten(NOW).orElseThrow()).hasSize(1);
    assertThat(away.voidUnwritten(NOW)).isPresent();

    assertThat(fresh.status()).isEqualTo(InvoiceStatus.VOID);
    assertThat(fresh.nextCheckAt()).isEmpty();
  }

  @Test
  void whatTheProviderHasOrMayHaveIsVoidedThere() {
    assertThat(anInvoice().beingWritten().build().voidUnwritten(NOW)).isEmpty();
    assertThat(anInvoice().written().build().voidUnwritten(NOW)).isEmpty();
    assertThat(anInvoice().written().paid().build().voidUnwritten(NOW)).isEmpty();
  }

  @Test
  void aPaymentThatFailedIsNewsOnceForEachRetry() {
    Invoice invoice = anInvoice().sent().notPaid().build();
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.ERROR);
    assertThat(invoice.learn(open(invoice, true), NOW)).isEmpty();

    assertThat(invoice.retry(lines(77), NOW)).isPresent();
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(invoice.total()).isNotEqualTo(Money.of(77, "USD"));

    assertThat(invoice.learn(open(invoice, true), NOW)).isEmpty();
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.SENT);

    invoice.learn(open(invoice, false), NOW);
    invoice.learn(open(invoice, true), NOW);
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.ERROR);
  }

  @Test
  void anotherTotalThanOursIsAnErrorUntilTheProviderSaysOurs() {
    Invoice invoice = anInvoice().sent().build();
    Money told = invoice.total().plus(Money.of(5, "USD"));

    List<Announcement> news = invoice.learn(open(invoice, told), NOW);

    assertThat(news).hasSize(1);
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.ERROR);
    assertThat(invoice.problem())
        .contains(new InvoiceProblem(InvoiceProblem.Kind.TOTAL_DIFFERS, "25.05 USD"));
    assertThat(invoice.nextCheckAt()).isPresent();
    assertThat(invoice.retry(invoice.lines(), NOW)).hasValue(List.of());
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.ERROR);

    invoice.learn(open(invoice, false), NOW);
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(invoice.problem()).isEmpty();
  }

  @Test
  void anotherCurrencyThanOursIsAnotherTotal() {
    Invoice invoice = anInvoice().beingWritten().build();

    invoice.learn(open(invoice, Money.of(invoice.total().minor(), "JPY")), NOW);

    assertThat(invoice.isWritten()).isTrue();
    assertThat(invoice.problem())
        .contains(new InvoiceProblem(InvoiceProblem.Kind.TOTAL_DIFFERS, "2500 JPY"));
  }

  @Test
  void whatWasPaidOtherwiseThanAskedIsPaidAndSaysSo() {
    Invoice invoice = anInvoice().sent().build();
    InvoiceOutcome paid = new InvoiceOutcome.Paid(REF, Money.of(1_999, "USD"), Optional.empty());

    assertThat(invoice.learn(paid, NOW)).hasSize(1);
    assertThat(invoice.learn(paid, NOW)).isEmpty();
    invoice.learn(new InvoiceOutcome.Voided(REF), NOW);

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoice.problem())
        .contains(new InvoiceProblem(InvoiceProblem.Kind.TOTAL_DIFFERS, "19.99 USD"));
  }

  @Test
  void whatALateAnswerBringsIsUnwantedUnlessItIsTheOneWeHave() {
    Invoice invoice = anInvoice().build();
    InvoiceRequest first = begin(invoice, NOW);
    invoice.learn(new InvoiceOutcome.Refused("no"), NOW);
    invoice.retry(lines(77), NOW);

    invoice.answer(first, open(invoice, false), NOW);
    assertThat(invoice.isWritten()).isFalse();
    assertThat(invoice.unwanted()).containsExactly(REF);

    invoice.answer(begin(invoice, NOW), open(invoice, false), NOW);
    assertThat(invoice.ref()).contains(REF);
    assertThat(invoice.unwanted()).isEmpty();
    invoice.answer(first, open(invoice, false), NOW);
    assertThat(invoice.unwanted()).isEmpty();
  }

  @Test
  void whatCanBePaidThoughItIsVoidIsUnwantedUntilItIsTakenBack() {
    Invoice invoice = anInvoice().knownAs(REF).sent().voided().build();

    assertThat(invoice.learn(open(invoice, false), NOW)).isEmpty();
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.VOID);
    assertThat(invoice.unwanted()).containsExactly(REF);

    invoice.learnUnwanted(REF, new InvoiceOutcome.Unknown("lost"), NOW);
    assertThat(invoice.unwanted()).containsExactly(REF);
    invoice.learnUnwanted(REF, new InvoiceOutcome.Voided(REF), NOW);
    assertThat(invoice.unwanted()).isEmpty();
  }

  @Test
  void whatBecomesOfAnotherIsNothingToThisOneUnlessItIsPaid() {
    ProviderRef another = ProviderRef.of("fake", "in_2");
    Invoice invoice = anInvoice().knownAs(REF).sent().another("in_2").build();
    assertThat(invoice.unwanted()).containsExactly(another);

    assertThat(invoice.learn(new InvoiceOutcome.Voided(another), NOW)).isEmpty();
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(invoice.unwanted()).isEmpty();

    invoice.learn(new InvoiceOutcome.Paid(another, invoice.total(), Optional.empty()), NOW);
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoice.ref()).contains(another);
    assertThat(invoice.unwanted()).containsExactly(REF);

    invoice.learn(new InvoiceOutcome.Paid(REF, invoice.total(), Optional.empty()), NOW);
    assertThat(invoice.ref()).contains(another);
  }

  @Test
  void paidStaysPaidWhateverIsTold() {
    Invoice invoice = anInvoice().written().paid().build();

    invoice.learn(open(invoice, true), NOW);
    invoice.learn(new InvoiceOutcome.Voided(invoice.ref().orElseThrow()), NOW);
    invoice.learn(new InvoiceOutcome.Refused("no"), NOW);
    invoice.learnNotAuthorised(NOW);

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoice.nextCheckAt()).isEmpty();
  }

  @Test
  void nothingLearntIsLookedForLessAndLess() {
    Invoice invoice = anInvoice().written().build();
    Instant first = invoice.nextCheckAt().orElseThrow();

    invoice.notLearned(first);
    Instant second = invoice.nextCheckAt().orElseThrow();
    for (int look = 0; look < 20; look++) {
      invoice.notLearned(second);
    }

    assertThat(second).isAfter(first);
    assertThat(Duration.between(second, invoice.nextCheckAt().orElseThrow()))
        .isEqualTo(Duration.ofHours(6));
  }

  @Test
  void nothingLearntTakesNoLeaseFromWhoeverWrites() {
    Invoice invoice = anInvoice().beingWritten().build();

    invoice.notLearned(NOW);

    assertThat(invoice.beginWriting(OPERATOR, NOW)).isEmpty();
  }
}
