package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fixture.LiveSellingSamples;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.SendChannel;
import dev.stagedoor.domain.liveselling.SendPolicy;
import dev.stagedoor.domain.liveselling.SendReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A buyer gets the link once, by the platform's rules, or the operator has it. */
class InvoiceSendingTest {
  private final Sale sale = new Sale();
  private final InMemoryStagedoor house = sale.house();

  private DeliveryView send(InvoiceId id) {
    return sale.invoices().send(sale.operator(), sale.show(), id).delivery();
  }

  private List<String> received() {
    return house.channels().received(sale.page());
  }

  private ProviderRef fakeRef(String value) {
    return new ProviderRef(InMemoryStagedoor.FAKE, value);
  }

  private static void assertTried(
      DeliveryView tried, String channel, String reason, String status) {
    assertThat(List.of(tried.channel(), tried.reason(), tried.status()))
        .containsExactly(channel, reason, status);
  }

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

  private void minutesLater(int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      house.later(Duration.ofMinutes(1));
    }
  }

  @Test
  void aCommentIsAnsweredInPrivateWithTheLink() {
    InvoiceId id = sale.anInvoiceFor("ada");

    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");

    assertThat(received())
        .containsExactly(
            "Hi ada Example! Here's your checkout for Friday sale: "
                + sale.view(id).externalUrl().orElseThrow());
    assertThat(sale.view(id).status()).isEqualTo("sent");
    assertThat(sale.view(id).sentAt()).contains(house.clock().instant());
    assertThat(sale.told()).contains("invoice.sent");
  }

  @Test
  void theBuyerReadsTheLanguageOfWhoOpenedTheWorkspace() {
    house.change(
        sale.operator().userId(),
        account ->
            Account.restore(
                account.id(),
                account.identity(),
                account.email(),
                account.name(),
                account.role(),
                account.status(),
                Language.DE,
                account.createdAt(),
                account.version()));
    InvoiceId id = sale.anInvoiceFor("ada");

    send(id);

    assertThat(received().get(0)).startsWith("Hallo ada Example! Hier geht es zur Kasse");
  }

  @Test
  void whoWasSentToAndWroteSinceGetsAMessageTheNextTime() {
    InvoiceId id = sale.anInvoiceFor("ada");
    send(id);
    ProviderRef person =
        house
            .unitOfWork()
            .read(() -> house.liveSelling().contacts().ofBuyer(sale.workspace(), "ada"))
            .orElseThrow()
            .person();
    assertTried(send(id), "manual", "reply_used", "manual");
    house.clock().advance(Duration.ofHours(1));
    sale.tell(
        new ChannelEvent.MessageReceived(sale.page().page(), person, house.clock().instant()));
    house.channels().admit(person);

    assertTried(send(id), "message", "inside_window", "delivered");

    house.clock().advance(Duration.ofHours(24));
    assertTried(send(id), "manual", "window_closed", "manual");
  }

  @Test
  void aSecondCommentIsAnsweredWhenTheFirstHasHadItsReply() {
    InvoiceId id = sale.anInvoiceFor("ada");
    sale.comment("ada", "sold 2");

    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");
    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");
    assertTried(send(id), "manual", "reply_used", "manual");

    assertThat(received()).hasSize(2);
  }

  @Test
  void aReplySomebodyElseGaveLeadsToTheNextCommentAndThenToTheOperator() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.channels().refuseTo(first(id), Why.ALREADY_REPLIED);

    assertTried(send(id), "manual", "reply_used", "manual");

    assertThat(sale.deliveries(id))
        .extracting(Delivery::status)
        .containsExactly(Delivery.Status.MANUAL, Delivery.Status.REFUSED);
  }

  private ProviderRef first(InvoiceId id) {
    String buyer = sale.kept(id).customer().reference();
    return house
        .unitOfWork()
        .read(() -> house.liveSelling().comments().claimingOf(sale.show(), buyer, 9))
        .stream()
        .map(comment -> fakeRef(comment.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void claimsMadeByHandAreTheOperators() {
    sale.claimByHand("ada", 1);
    InvoiceId id = Sale.id(sale.generate().get(0));

    assertTried(send(id), "manual", "no_comment", "manual");

    assertThat(sale.view(id).status()).isEqualTo("draft");
    assertThat(sale.view(id).externalUrl()).isPresent();
    assertThat(sale.told()).contains("invoice.updated");
  }

  @Test
  void anOldCommentIsTheOperators() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.clock().advance(SendPolicy.REPLY_LIFE);

    assertTried(send(id), "manual", "comment_too_old", "manual");
  }

  @Test
  void withoutAPageItIsTheOperators() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.stagedoor().integrations().disconnect(sale.operator(), Sale.MINE, Sale.FACEBOOK);

    assertTried(send(id), "manual", "no_page", "manual");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "OTHER"})
  void whatThePlatformRefusesIsToldWithItsCode(Why why) {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.channels().refuseTo(first(id), why);

    DeliveryView tried = send(id);

    assertTried(tried, "private_reply", "refused", "refused");
    assertThat(tried.providerCode()).isEqualTo(why.name());
    assertThat(sale.view(id).status()).isEqualTo("draft");
    assertThat(sale.view(id).delivery()).contains(tried);
  }

  @Test
  void aPageThatIsStoppedForNowMayAnswerTheCommentLater() {
    InvoiceId id = sale.anInvoiceFor("ada");
    ProviderRef comment = first(id);
    house.channels().refuseTo(comment, Why.BLOCKED);
    assertTried(send(id), "private_reply", "refused", "deferred");

    house.channels().admitTo(comment);

    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");
  }

  @ParameterizedTest
  @EnumSource(names = {"DISCONNECTED", "NOT_PERMITTED"})
  void aTokenThatIsNoGoodBreaksThePageUntilItIsConnectedAgain(Why why) {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.channels().refuse(sale.page(), Optional.of(why));
    assertTried(send(id), "private_reply", "refused", "deferred");
    assertThat(sale.integration(Sale.FACEBOOK).status()).isEqualTo(Integration.Status.ERROR);
    assertTried(send(id), "manual", "no_page", "manual");

    house.channels().refuse(sale.page(), Optional.empty());
    sale.connectPage();

    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");
  }

  @Test
  void aPlatformThatIsAwayIsTriedAgainByHand() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.channels().fail(FarSideFailure.DOWN);
    assertTried(send(id), "private_reply", "platform_away", "deferred");

    house.channels().recover();
    minutesLater(10);

    assertThat(received()).isEmpty();
    assertTried(send(id), "private_reply", "reply_to_comment", "delivered");
  }

  @Test
  void whatMayHaveArrivedIsNotRepeatedByItself() {
    sale.comment("ada", "sold 1");
    house.channels().loseNextAnswer();

    InvoiceId id = Sale.id(sale.generate(true).get(0));
    minutesLater(10);

    assertThat(received()).hasSize(1);
    assertThat(sale.deliveries(id))
        .extracting(Delivery::status, Delivery::reason)
        .containsExactly(tuple(Delivery.Status.UNKNOWN, SendReason.MAY_HAVE_ARRIVED));
    assertThat(sale.view(id).status()).isEqualTo("draft");
  }

  @Test
  void whatDiedWhileItWasSentMayHaveArrivedAndIsNotRepeated() {
    sale.comment("ada", "sold 1");
    house.wire().after("DirectMessages.send", house::crash);
    assertThatThrownBy(() -> sale.generate(true)).isInstanceOf(Crash.class);
    house.restart();
    InvoiceId id = Sale.id(sale.all().get(0));
    assertThat(sale.deliveries(id))
        .extracting(Delivery::status)
        .containsExactly(Delivery.Status.BEGUN);

    minutesLater(10);

    assertThat(received()).hasSize(1);
    assertThat(sale.deliveries(id))
        .extracting(Delivery::status)
        .containsExactly(Delivery.Status.UNKNOWN);
    assertThat(sale.told()).contains("invoice.updated");
  }

  @Test
  void whatDiedWhileAnOperatorSentItIsSettledToo() {
    InvoiceId id = sale.anInvoiceFor("ada");
    house.wire().before("DirectMessages.send", house::crash);
    assertThatThrownBy(() -> send(id)).isInstanceOf(Crash.class);
    house.restart();

    minutesLater(10);

    assertThat(received()).isEmpty();
    assertThat(sale.deliveries(id))
        .extracting(Delivery::status)
        .containsExactly(Delivery.Status.UNKNOWN);
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
