package dev.stagedoor.application.liveselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.SendPolicy;
import dev.stagedoor.domain.liveselling.SendReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a bill reaches its buyer, or the operator. */
class InvoiceSendingTest extends InvoiceSendingScene {
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
}
