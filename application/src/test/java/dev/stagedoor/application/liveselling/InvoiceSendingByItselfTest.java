package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fixture.LiveSellingSamples;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.SendChannel;
import dev.stagedoor.domain.liveselling.SendPolicy;
import dev.stagedoor.domain.liveselling.SendReason;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bills that are sent as soon as they are written, and as many as an hour allows. */
class InvoiceSendingByItselfTest extends InvoiceSendingScene {
  /** Has the page answer so many comments of others now. */
  private void answerOthers(int replies) {
    house.unitOfWork().run(() -> IntStream.range(0, replies).forEach(this::answerAnother));
  }

  private void answerAnother(int number) {
    house
        .liveSelling()
        .deliveries()
        .save(
            LiveSellingSamples.aReply(
                    new InvoiceId(UUID.randomUUID()),
                    sale.page().page(),
                    fakeRef("comment-of-another-" + number),
                    house.clock().instant())
                .ended(Delivery.Status.DELIVERED, SendReason.REPLY_TO_COMMENT, ""));
  }

  @Test
  void generatingCanSendAtOnceAndSendsOnce() {
    sale.comment("ada", "sold 1");
    sale.comment("bob", "sold 2");

    assertThat(sale.generate(true)).extracting(InvoiceView::status).containsOnly("sent");
    minutesLater(10);
    sale.generate(true);
    minutesLater(10);

    assertThat(received()).hasSize(2);
  }

  @Test
  void generatingToSendAlsoSendsWhatWasGeneratedBefore() {
    InvoiceId ada = sale.anInvoiceFor("ada");
    InvoiceId bob = sale.anInvoiceFor("bob");
    send(bob);

    sale.generate(true);
    minutesLater(2);

    assertThat(sale.view(ada).status()).isEqualTo("sent");
    assertThat(received()).hasSize(2);
  }

  @Test
  void twoThatAreSentAtOnceDoNotBothTakeTheLastPlaceOfTheHour() {
    List<InvoiceId> both = List.of(sale.anInvoiceFor("ada"), sale.anInvoiceFor("bob"));
    answerOthers(SendPolicy.REPLIES_PER_HOUR - 1);
    AtomicInteger turn = new AtomicInteger();

    List<String> tried = Race.of(2, () -> send(both.get(turn.getAndIncrement())).reason());

    assertThat(tried).containsExactlyInAnyOrder("reply_to_comment", "rate_cap");
  }

  @Test
  void whatIsWrittenLateIsSentLate() {
    sale.comment("ada", "sold 1");
    house.invoicing().fail(FarSideFailure.DOWN);
    sale.generate(true);
    minutesLater(3);
    assertThat(received()).isEmpty();

    house.invoicing().recover();
    minutesLater(10);

    assertThat(received()).hasSize(1);
    assertThat(sale.all()).extracting(InvoiceView::status).containsExactly("sent");
  }

  @Test
  void aPlatformThatIsAwayIsTriedAgainByItself() {
    sale.comment("ada", "sold 1");
    house.channels().fail(FarSideFailure.DOWN);
    sale.generate(true);
    house.channels().recover();

    minutesLater(10);

    assertThat(received()).hasSize(1);
  }

  @Test
  void theSevenHundredAndFiftyFirstReplyWaitsForTheNextHour() {
    sale.comment("ada", "sold 1");
    answerOthers(SendPolicy.REPLIES_PER_HOUR);
    InvoiceId id = Sale.id(sale.generate(true).get(0));
    minutesLater(30);
    assertThat(received()).isEmpty();
    assertThat(sale.deliveries(id)).isEmpty();

    minutesLater(40);

    assertThat(received()).hasSize(1);
    assertThat(sale.view(id).status()).isEqualTo("sent");
  }

  @Test
  void theLastReplyOfAnHourIsSentAndTheNextIsNot() {
    InvoiceId ada = sale.anInvoiceFor("ada");
    InvoiceId bob = sale.anInvoiceFor("bob");
    answerOthers(SendPolicy.REPLIES_PER_HOUR - 1);

    assertTried(send(ada), "private_reply", "reply_to_comment", "delivered");
    assertTried(send(bob), "manual", "rate_cap", "manual");
  }

  @Test
  void whatWaitsTooLongIsTheOperators() {
    sale.comment("ada", "sold 1");
    answerOthers(SendPolicy.REPLIES_PER_HOUR);
    InvoiceId id = Sale.id(sale.generate(true).get(0));
    house.clock().advance(SendPolicy.REPLY_LIFE.minusMinutes(30));
    answerOthers(SendPolicy.REPLIES_PER_HOUR);
    minutesLater(40);

    assertThat(received()).isEmpty();
    assertThat(sale.deliveries(id))
        .extracting(Delivery::channel, Delivery::reason)
        .containsExactly(tuple(SendChannel.MANUAL, SendReason.COMMENT_TOO_OLD));
  }

  @Test
  void whatAnOperatorTookOverIsNotSentByItself() {
    sale.comment("ada", "sold 1");
    answerOthers(SendPolicy.REPLIES_PER_HOUR);
    InvoiceId id = Sale.id(sale.generate(true).get(0));
    assertTried(send(id), "manual", "rate_cap", "manual");

    minutesLater(70);

    assertThat(received()).isEmpty();
  }

  @Test
  void whatIsPaidOrVoidIsNotSent() {
    InvoiceId id = sale.anInvoiceFor("ada");
    var unused = sale.invoices().cancel(sale.operator(), sale.show(), id);

    assertRefused(LiveSellingError.INVOICE_STATUS, () -> send(id));
    assertThat(received()).isEmpty();
  }

  @Test
  void whoAsksAgainWhileItIsBeingSentSendsNothingMore() {
    sale.comment("ada", "sold 1");
    sale.comment("ada", "sold 2");
    InvoiceId id = Sale.id(sale.generate(false).get(0));
    List<DeliveryView> again = new ArrayList<>();
    house.wire().before("DirectMessages.send", () -> again.add(send(id)));

    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");

    assertTried(again.get(0), "private_reply", "reply_to_comment", "begun");
    assertThat(received()).hasSize(1);
  }

  @Test
  void whatThePlatformTookAfterWeGaveUpWaitingIsSentAfterAll() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house
        .wire()
        .after(
            "DirectMessages.send",
            () -> {
              house.clock().advance(InvoiceDeliveries.LEASE);
              house.runJobs();
              assertThat(sale.deliveries(id))
                  .extracting(Delivery::status)
                  .containsExactly(Delivery.Status.UNKNOWN);
            });

    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");

    assertThat(sale.view(id).status()).isEqualTo("sent");
  }
}
