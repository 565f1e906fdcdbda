package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.application.invoicing.InvoiceService;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invoices that fail, are tried again or are taken back. */
class ShowInvoiceTroublesTest extends ShowInvoiceScene {
  private ProviderRef ref(InvoiceId id) {
    return sale.kept(id).ref().orElseThrow();
  }

  private void someMinutesLater() {
    for (int minute = 0; minute < 10; minute++) {
      house.later(Duration.ofMinutes(1));
    }
  }

  @Test
  void whatAProcessLeftThatDiedBeforeAskingIsWritten() {
    sale.comment("ada", "sold 1");
    house.wire().before("Invoices.issue", house::crash);
    assertThatThrownBy(sale::generate).isInstanceOf(Crash.class);

    house.restart();
    someMinutesLater();

    assertThat(sale.all()).allMatch(invoice -> invoice.externalUrl().isPresent());
    assertThat(sale.bills()).isEqualTo(1);
  }

  @Test
  void whatAProcessLeftThatDiedAfterAskingIsFound() {
    sale.comment("ada", "sold 1");
    sale.comment("bob", "sold 1");
    house.wire().after("Invoices.issue", house::crash);
    assertThatThrownBy(sale::generate).isInstanceOf(Crash.class);

    house.restart();
    assertThat(sale.generate()).hasSize(2);
    someMinutesLater();

    assertThat(sale.all()).hasSize(2).allMatch(invoice -> invoice.externalUrl().isPresent());
    assertThat(sale.bills()).isEqualTo(2);
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgainUnderTheSameKey() {
    sale.comment("ada", "sold 1");
    house.invoicing().loseNextAnswer();
    InvoiceView lost = sale.generate().get(0);
    assertThat(lost.externalId()).isEmpty();
    assertThat(lost.status()).isEqualTo("draft");

    someMinutesLater();

    assertThat(sale.view(Sale.id(lost)).externalId()).isPresent();
    assertThat(sale.bills()).isEqualTo(1);
  }

  @Test
  void whatTakesTooLongForTheAnswerIsLeftToJobs() {
    for (int person = 0; person < 30; person++) {
      sale.comment("person-" + person, "sold 1");
    }
    house.wire().before("Invoices.issue", () -> house.clock().advance(Duration.ofSeconds(21)));

    List<InvoiceView> answered = sale.generate();

    assertThat(answered).hasSize(30);
    assertThat(answered).anyMatch(invoice -> invoice.externalId().isEmpty());
    someMinutesLater();
    assertThat(sale.all()).allMatch(invoice -> invoice.externalId().isPresent());
    assertThat(sale.bills()).isEqualTo(30);
  }

  @Test
  void oneThatTheProviderRefusesFailsAlone() {
    sale.item(3, 0, 5);
    sale.comment("ada", "sold 1");
    sale.comment("bob", "sold 3");

    assertThat(sale.generate())
        .extracting(InvoiceView::buyerPlatformId, InvoiceView::status)
        .containsExactly(tuple("ada", "draft"), tuple("bob", "error"));
    assertThat(sale.all().get(1).problem().map(InvoiceView.Problem::kind))
        .contains("nothing_to_pay");
    assertThat(house.wire().count("Invoices.issue")).isEqualTo(1);
    assertThat(sale.told()).contains("invoice.created");
  }

  @Test
  void retryingTakesThePricesOfNow() {
    sale.item(3, 0, 5);
    sale.comment("bob", "sold 3");
    InvoiceId failed = Sale.id(sale.generate().get(0));
    UUID item = house.stagedoor().showItems().list(sale.operator(), sale.show()).get(2).id();
    var unused =
        house
            .stagedoor()
            .showItems()
            .change(
                sale.operator(),
                sale.show(),
                new ItemId(item),
                new ShowItemService.Change(
                    Optional.empty(), Optional.empty(), Optional.of(700L), Optional.empty()));

    InvoiceView retried = sale.invoices().retry(sale.operator(), sale.show(), failed);

    assertThat(retried.status()).isEqualTo("draft");
    assertThat(retried.amountCents()).isEqualTo(700);
    assertThat(retried.externalUrl()).isPresent();
  }

  @Test
  void whatDidNotFailIsNotRetried() {
    InvoiceId good = sale.anInvoiceFor("ada");

    assertRefused(
        LiveSellingError.INVOICE_STATUS,
        () -> sale.invoices().retry(sale.operator(), sale.show(), good));
  }

  @Test
  void aPaymentThatFailedCanBeTriedAgainAndIsPaidInTheEnd() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.invoicing().decline(sale.merchant(), ref(id));
    someMinutesLater();
    assertThat(sale.view(id).status()).isEqualTo("error");
    assertThat(sale.told()).contains("invoice.failed");

    assertThat(sale.invoices().retry(sale.operator(), sale.show(), id).status()).isEqualTo("draft");
    someMinutesLater();
    assertThat(sale.view(id).status()).isEqualTo("draft");

    house.invoicing().pay(sale.merchant(), ref(id));
    house.later(Duration.ofHours(1));
    assertThat(sale.view(id).status()).isEqualTo("paid");
    assertThat(sale.told()).contains("invoice.paid");
  }

  @Test
  void aProviderThatIsDownIsAskedAgain() {
    sale.comment("ada", "sold 1");
    house.invoicing().fail(FarSideFailure.DOWN);
    assertThat(sale.generate().get(0).status()).isEqualTo("draft");

    house.invoicing().recover();
    someMinutesLater();

    assertThat(sale.bills()).isEqualTo(1);
  }

  @Test
  void jobsLeaveWhatIsFreshToWhoAskedForIt() {
    sale.comment("ada", "sold 1");
    house.invoicing().fail(FarSideFailure.DOWN);
    InvoiceId id = Sale.id(sale.generate(true).get(0));
    house.invoicing().recover();

    // A job that came first would leave who asked with an answer without a link.
    house.runJobs();
    assertThat(house.wire().count("Invoices.issue")).isEqualTo(1);
    assertThat(sale.deliveries(id)).isEmpty();

    house.later(InvoiceService.HEAD_START);
    someMinutesLater();
    assertThat(sale.bills()).isEqualTo(1);
    assertThat(sale.view(id).status()).isEqualTo("sent");
  }

  @Test
  void whatWasVoidedIsBilledAnew() {
    InvoiceId first = sale.anInvoiceFor("ada");

    assertThat(sale.invoices().cancel(sale.operator(), sale.show(), first).status())
        .isEqualTo("void");
    assertThat(unbilled()).isEqualTo(1_000);
    assertThat(sale.invoices().cancel(sale.operator(), sale.show(), first).status())
        .isEqualTo("void");

    InvoiceView second = sale.generate().get(0);
    assertThat(second.id()).isNotEqualTo(first.value());
    assertThat(second.amountCents()).isEqualTo(1_000);
    assertThat(sale.bills()).isEqualTo(1);
    assertThat(sale.told()).contains("invoice.voided");
  }

  @Test
  void whatTheProviderVoidedIsBilledAnew() {
    InvoiceId first = sale.anInvoiceFor("ada");
    house.invoicing().cancel(sale.merchant(), ref(first));
    house.deliver(
        house
            .webhooks()
            .delivery(
                new InvoicingEvent.InvoiceChanged(
                    ref(first), Optional.of(first), Optional.empty())));

    assertThat(sale.view(first).status()).isEqualTo("void");
    assertThat(unbilled()).isEqualTo(1_000);
  }

  @Test
  void whatWasPaidBeforeItIsVoidedIsPaid() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.invoicing().pay(sale.merchant(), ref(id));

    assertRefused(
        LiveSellingError.INVOICE_STATUS,
        () -> sale.invoices().cancel(sale.operator(), sale.show(), id));

    assertThat(sale.view(id).status()).isEqualTo("paid");
    assertThat(unbilled()).isZero();
  }

  @Test
  void aVoidWhoseAnswerWasLostIsRepeated() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.invoicing().loseNextAnswer();

    assertThatThrownBy(() -> sale.invoices().cancel(sale.operator(), sale.show(), id))
        .isInstanceOf(ProviderException.class);
    someMinutesLater();

    assertThat(sale.view(id).status()).isEqualTo("void");
    assertThat(unbilled()).isEqualTo(1_000);
  }

  @Test
  void whatTheProviderMayHaveIsFoundAndThenVoided() {
    sale.comment("ada", "sold 1");
    house.invoicing().loseNextAnswer();
    InvoiceId id = Sale.id(sale.generate().get(0));

    assertThat(sale.invoices().cancel(sale.operator(), sale.show(), id).status()).isEqualTo("void");

    assertThat(house.wire().count("Invoices.cancel")).isEqualTo(1);
    assertThat(sale.bills()).isZero();
  }

  @Test
  void whatTheProviderWasNeverAskedForIsVoidedWithoutIt() {
    sale.comment("ada", "sold 1");
    house.invoicing().fail(FarSideFailure.DOWN);
    InvoiceId id = Sale.id(sale.generate().get(0));

    assertThat(sale.invoices().cancel(sale.operator(), sale.show(), id).status()).isEqualTo("void");

    house.invoicing().recover();
    someMinutesLater();
    assertThat(sale.bills()).isZero();
    assertThat(unbilled()).isEqualTo(1_000);
  }

  @Test
  void aWebhookThatComesBeforeTheAnswerIsTaken() {
    sale.comment("ada", "sold 1");
    house
        .wire()
        .after(
            "Invoices.issue",
            () -> {
              InvoiceId id = Sale.id(sale.all().get(0));
              ProviderRef ref = new ProviderRef(InMemoryStagedoor.FAKE, "invoice-1");
              house.invoicing().pay(sale.merchant(), ref);
              house.deliver(
                  house
                      .webhooks()
                      .delivery(
                          new InvoicingEvent.InvoiceChanged(
                              ref, Optional.of(id), Optional.empty())));
            });

    assertThat(sale.generate()).extracting(InvoiceView::status).containsExactly("paid");
    assertThat(sale.kept(Sale.id(sale.all().get(0))).ref())
        .contains(new ProviderRef(InMemoryStagedoor.FAKE, "invoice-1"));
  }

  @Test
  void aWebhookAboutNothingOfOursDoesNothing() {
    InvoiceId id = sale.anInvoiceFor("ada");
    ProviderRef another = new ProviderRef(InMemoryStagedoor.FAKE, "invoice-of-another");

    assertThat(
            house.deliver(
                house
                    .webhooks()
                    .delivery(
                        new InvoicingEvent.InvoiceChanged(
                            another, Optional.of(id), Optional.empty()),
                        new InvoicingEvent.InvoiceChanged(
                            another, Optional.empty(), Optional.empty()))))
        .hasToString("Taken[outcome=applied]");

    assertThat(sale.view(id).status()).isEqualTo("draft");
  }

  @Test
  void aKeyThatWasTakenBackIsNotedAndOnceItIsGoodAgainEverythingGoesOn() {
    sale.comment("ada", "sold 1");
    house.invoicing().fail(FarSideFailure.UNAUTHORISED);
    InvoiceView failed = sale.generate().get(0);
    assertThat(failed.problem().map(InvoiceView.Problem::kind)).contains("not_authorised");
    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.ERROR);
    assertThat(sale.told()).contains("invoice.failed", "integration.changed");
    sale.comment("bob", "sold 1");
    assertRefused(LiveSellingError.INTEGRATION_BROKEN, sale::generate);
    assertRefused(
        LiveSellingError.INTEGRATION_BROKEN,
        () -> sale.invoices().retry(sale.operator(), sale.show(), Sale.id(failed)));

    house.invoicing().recover();
    var integrations = house.stagedoor().integrations();
    assertThat(integrations.test(sale.operator(), Sale.MINE, Sale.STRIPE).isOk()).isTrue();

    assertThat(sale.integration(Sale.STRIPE).status()).isEqualTo(Integration.Status.ACTIVE);
    assertThat(sale.invoices().retry(sale.operator(), sale.show(), Sale.id(failed)).externalUrl())
        .isPresent();
    assertThat(sale.generate()).hasSize(2);
    assertThat(sale.bills()).isEqualTo(2);
  }

  @Test
  void invoicesOfADisconnectedMerchantStayAndCannotBeVoided() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.stagedoor().integrations().disconnect(sale.operator(), Sale.MINE, Sale.STRIPE);

    assertThat(sale.all()).hasSize(1);
    assertRefused(
        LiveSellingError.NOT_CONNECTED,
        () -> sale.invoices().cancel(sale.operator(), sale.show(), id));
    someMinutesLater();
    assertThat(sale.view(id).status()).isEqualTo("draft");
  }
}
