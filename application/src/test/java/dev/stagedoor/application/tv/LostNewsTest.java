package dev.stagedoor.application.tv;

import static dev.stagedoor.domain.tv.Entitlement.Source.NONE;
import static dev.stagedoor.domain.tv.Entitlement.Source.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import java.net.URI;
import java.time.Duration;
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
}
