package dev.stagedoor.application.tv;

import static dev.stagedoor.application.tv.LivingRoom.FAMILY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whose account is suspended pays for nothing more. */
class SuspendedSubscriberTest extends TvSubscriptionScene {

  private void suspend() {
    var unused =
        house.stagedoor().accountAdmin().suspend(house.admin().actor(), john.id(), "abuse");
  }

  @Test
  void whoIsSuspendedIsNotBilledAgain() {
    ProviderRef subscription = room.subscribes(john, FAMILY);

    suspend();
    suspend();
    house.runJobs();

    assertThat(room.only(john).endsAtPeriodEnd()).isTrue();
    assertThat(house.subscriptionProvider().standing(subscription))
        .isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(recorded())
        .extracting(AuditEntry::action)
        .containsExactlyInAnyOrder("account.suspended", "subscription.to_end");
    house.subscriptionProvider().endPeriod(subscription);
    assertThat(house.subscriptionProvider().standing(subscription))
        .isEqualTo(SubscriptionStatus.ENDED);
  }

  @Test
  void whoIsLetInAgainAtOnceIsBilledAsBefore() {
    room.subscribes(john, FAMILY);

    suspend();
    var unused =
        house.stagedoor().accountAdmin().resume(house.admin().actor(), john.id(), "mistake");
    house.runJobs();

    assertThat(room.only(john).endsAtPeriodEnd()).isFalse();
  }

  @Test
  void whatASuspendedOnePaysForOnAnOpenPageIsNotBilledAgain() {
    URI page = room.opens(john, FAMILY, "first").page();
    suspend();

    room.tells(room.pays(page));
    house.runJobs();

    assertThat(room.only(john).endsAtPeriodEnd()).isTrue();
  }

  @Test
  void endingWhatASuspendedOnePaysForIsRepeatedUntilItIsKnown() {
    room.subscribes(john, FAMILY);
    suspend();
    house.subscriptionProvider().loseNextAnswer();
    house.runJobs();
    assertThat(room.only(john).endsAtPeriodEnd()).isFalse();
    house.subscriptionProvider().recover();

    house.later(Duration.ofMinutes(2));

    assertThat(room.only(john).endsAtPeriodEnd()).isTrue();
  }
}
