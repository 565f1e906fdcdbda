package dev.stagedoor.application.webhooks;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deliveries that fail, are tried again and are replayed. */
class WebhookRetriesTest extends WebhookIntakeScene {
  @Test
  void aDeliveryThatCannotBeAppliedIsAcknowledgedKeptAndRetried() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");

    assertThat(house.deliver(delivery)).isEqualTo(taken("kept"));

    assertThat(status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(kept())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.status()).isEqualTo("failed");
              assertThat(webhook.error()).hasValue("IllegalStateException: made to fail");
            });
    house.clock().advance(Duration.ofHours(1));
    assertThat(house.runJobs()).isEmpty();
    assertThat(status()).isEqualTo(BookingStatus.PAID);
    assertThat(kept())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.status()).isEqualTo("applied");
              assertThat(webhook.attempts()).isEqualTo(2);
              assertThat(webhook.error()).isEmpty();
            });
  }

  @Test
  void aRetryThatFailsTooIsTriedOnceMore() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");
    house.deliver(delivery);
    house.clock().advance(Duration.ofHours(1));
    fails("PaymentLookup.find");
    assertThat(house.runJobs()).hasSize(1);
    assertThat(kept()).singleElement().extracting(WebhookView::attempts).isEqualTo(2);

    house.clock().advance(Duration.ofHours(1));

    assertThat(house.runJobs()).isEmpty();
    assertThat(status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void aDeliveryThatFailedAndComesAgainIsADuplicateBecauseItIsOursToRetry() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");
    house.deliver(delivery);

    assertThat(house.deliver(delivery)).isEqualTo(taken("duplicate"));
  }

  @Test
  void aCrashBeforeTheDeliveryIsKeptLeavesNothingAndTheProviderDeliversAgain() {
    RawWebhook delivery = paid();
    house.wire().after("PaymentLookup.find", house::crash);
    assertThatThrownBy(() -> house.deliver(delivery)).isInstanceOf(Error.class);
    house.restart();
    assertThat(kept()).isEmpty();

    assertThat(house.deliver(delivery)).isEqualTo(taken("applied"));
    assertThat(status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void anAdminMayReplayADeliveryAndNothingHappensTwice() {
    house.deliver(paid());
    UUID id = kept().get(0).id();

    house.stagedoor().webhooks().replay(admin, id);

    assertThat(kept()).singleElement().extracting(WebhookView::attempts).isEqualTo(2);
    assertThat(house.booking(family.memorial()).paid()).isEqualTo(checkout.amount());
    assertThat(
            house.mailsTo(family.person().email()).stream()
                .filter(mail -> mail.content().text().contains("/livestream")))
        .hasSize(1);
  }

  @Test
  void aFailedDeliveryThatAnAdminReplaysIsNotAppliedAgainByItsRetry() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");
    house.deliver(delivery);
    house.stagedoor().webhooks().replay(admin, kept().get(0).id());
    assertThat(status()).isEqualTo(BookingStatus.PAID);

    house.clock().advance(Duration.ofHours(1));
    house.runJobs();

    assertThat(kept()).singleElement().extracting(WebhookView::attempts).isEqualTo(2);
  }

  @Test
  void onlyAdminsListAndReplay() {
    house.deliver(paid());
    UUID id = kept().get(0).id();
    WebhookIntake webhooks = house.stagedoor().webhooks();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> webhooks.list(family.actor(), Optional.empty(), PageRequest.first()));
    assertRefused(CommonError.NOT_ALLOWED, () -> webhooks.replay(family.actor(), id));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> webhooks.replay(Actor.visitor(), id));
    assertRefused(CommonError.NOT_FOUND, () -> webhooks.replay(admin, UUID.randomUUID()));
  }

  @Test
  void deliveriesAreListedByWhatBecameOfThem() {
    house.deliver(paid());
    house.deliver(house.webhooks().ofUnknownType());

    assertThat(
            house
                .stagedoor()
                .webhooks()
                .list(admin, Optional.of(ReceivedWebhook.Status.IGNORED), PageRequest.first())
                .items())
        .singleElement()
        .extracting(WebhookView::status)
        .isEqualTo("ignored");
  }

  private void fails(String call) {
    house
        .wire()
        .before(
            call,
            () -> {
              throw new IllegalStateException("made to fail");
            });
  }
}
