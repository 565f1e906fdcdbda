package dev.stagedoor.application.tv;

import static dev.stagedoor.domain.tv.Entitlement.Source.NONE;
import static dev.stagedoor.domain.tv.Entitlement.Source.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fixture.SubscriptionSamples;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody pays, and nobody ever tells us. */
class LostNewsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LivingRoom room = new LivingRoom();
  private final InMemoryStagedoor house = room.house;
  private final Viewer john = room.watchedBefore();
  private final Viewer somebody = room.signsUp();
  private int begun;

  /** Lets minutes pass one by one, as a server that runs sees them. */
  private void minutes(int count) {
    for (int minute = 0; minute < count; minute++) {
      house.later(MINUTE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 60, 20 * 60})
  void whatIsPaidIsInForceWithinMinutes(int minutesOnThePage) {
    URI page = room.opens(john, LivingRoom.FAMILY, "first").page();
    minutes(minutesOnThePage);
    assertThat(room.source(john)).isEqualTo(NONE);
    ProviderRef paid = room.pays(page);

    minutes(Math.min(16, 2 + minutesOnThePage / 3));

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    assertThat(room.only(john).ref()).contains(paid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SubscribePages.find", "Subscriptions.find"})
  void aProcessThatDiesOverTheAnswerAsksAgain(String call) {
    room.pays(room.opens(john, LivingRoom.FAMILY, "first").page());
    house.wire().after(call, house::crash);
    assertThatThrownBy(() -> minutes(2)).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();

    minutes(5);

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
  }

  @Test
  void aProcessThatDiesBeforeThePageIsNotedNotesItWhenItIsAskedForAgain() {
    house.wire().after("Subscriptions.begin", house::crash);
    assertThatThrownBy(() -> room.opens(john, LivingRoom.FAMILY, "first"))
        .isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    minutes(3);

    room.pays(room.opens(john, LivingRoom.FAMILY, "first").page());
    minutes(3);

    assertThat(room.kept(john)).hasSize(1);
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
  }

  @Test
  void aProviderThatWasAwayIsAskedWhenItIsBack() {
    room.pays(room.opens(john, LivingRoom.FAMILY, "first").page());
    house.subscriptionProvider().fail(FarSideFailure.DOWN);
    minutes(30);
    assertThat(room.source(john)).isEqualTo(NONE);
    house.subscriptionProvider().recover();

    minutes(35);

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
  }

  @Test
  void aPageNobodyPaidOnEndsWithoutAWordAndItsKeyOpensAnother() {
    URI page = room.opens(john, LivingRoom.FAMILY, "first").page();
    house.subscriptionProvider().expire(page);

    minutes(3);

    assertThat(room.only(john).status()).isEqualTo(SubscriptionStatus.ENDED);
    SubscriptionView nothing = house.stagedoor().tvSubscriptions().current(john.actor());
    assertThat(nothing.source()).isEqualTo(NONE);
    assertThat(nothing.status()).isEmpty();
    assertThat(room.mails(john)).isEmpty();
    assertThat(room.opens(john, LivingRoom.FAMILY, "first").page()).isNotEqualTo(page);
    assertThat(room.kept(john))
        .extracting(Subscription::status)
        .containsExactlyInAnyOrder(SubscriptionStatus.ENDED, SubscriptionStatus.INCOMPLETE);
  }

  @Test
  void whatWasPaidForAtTheLastMomentCountsThoughItsPageHadEndedHere() {
    URI page = room.opens(john, LivingRoom.FAMILY, "first").page();
    house.subscriptionProvider().expire(page);
    minutes(3);

    room.tells(room.pays(page));

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
  }

  @Test
  void aPageNobodyKnowsOfEndsAfterDays() {
    house.subscriptionProvider().loseNextAnswer();
    assertThatThrownBy(() -> room.opens(john, LivingRoom.FAMILY, "first"))
        .isInstanceOf(RuntimeException.class);
    assertThat(room.only(john).page()).isEmpty();

    for (int hour = 0; hour < 24 * 4 + 7; hour++) {
      house.later(Duration.ofHours(1));
    }

    assertThat(room.only(john).status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(room.only(john).ref()).isEqualTo(Optional.empty());
  }

  @Test
  void accessEndsAGraceAfterWhatIsPaidWhereNobodyConfirmsARenewal() {
    ProviderRef paid = room.subscribes(john, LivingRoom.FAMILY);
    Instant paidUntil = room.only(john).paidUntil().orElseThrow();
    house.subscriptionProvider().fail(FarSideFailure.DOWN);

    house.clock().set(paidUntil.plus(Duration.ofDays(7)).minusMillis(1));
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    assertThat(room.of(john).until()).contains(paidUntil.plus(Duration.ofDays(7)));
    house.later(Duration.ofMillis(1));
    assertThat(room.source(john)).isEqualTo(NONE);

    house.subscriptionProvider().recover();
    house.subscriptionProvider().endPeriod(paid);
    house.later(Duration.ofHours(6));

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    assertThat(room.mails(john)).isEmpty();
  }

  @Test
  void manyWhomNobodyAnswersForDoNotKeepTheOthersWaiting() {
    for (int one = 0; one < 501; one++) {
      silent();
    }
    house.later(Duration.ofHours(7));
    house.later(MINUTE);
    URI page = room.opens(john, LivingRoom.FAMILY, "first").page();
    room.pays(page);

    minutes(3);

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
  }

  /** One that runs at a provider that is not on any more. */
  private void silent() {
    ProviderRef gone = ProviderRef.of("gone", "sub-" + ++begun);
    Subscription subscription =
        Subscription.open(
            SubscriptionSamples.aSubscriptionId(),
            somebody.id(),
            SubscriptionSamples.PRICE,
            house.clock().instant());
    subscription.seen(
        new SubscriptionReading.Known(
            gone,
            Optional.empty(),
            gone,
            subscription.price(),
            SubscriptionStatus.PAUSED,
            house.clock().instant(),
            false),
        house.clock().instant());
    house.unitOfWork().run(() -> house.subscriptions().save(subscription));
  }
}
