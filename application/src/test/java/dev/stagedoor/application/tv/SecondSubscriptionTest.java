package dev.stagedoor.application.tv;

import static dev.stagedoor.application.tv.LivingRoom.BASIC;
import static dev.stagedoor.application.tv.LivingRoom.FAMILY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Entitlement;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody pays for two subscriptions at once, and nobody for that of somebody else. */
class SecondSubscriptionTest extends TvSubscriptionScene {

  @Test
  void ofTwoThatRunTheYoungerIsEndedAtTheProvider() {
    URI older = room.opens(john, FAMILY, "first").page();
    house.clock().advance(Duration.ofMinutes(1));
    URI younger = room.opens(john, BASIC, "second").page();
    ProviderRef second = room.pays(younger);
    ProviderRef first = room.pays(older);
    room.tells(second);
    room.tells(first);
    assertThat(room.source(john)).isEqualTo(Entitlement.Source.SUBSCRIPTION);

    house.runJobs();

    assertThat(house.subscriptionProvider().standing(first)).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(house.subscriptionProvider().standing(second)).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(current().planName()).contains("Family");
    assertThat(room.kept(john))
        .extracting(Subscription::status)
        .containsExactly(SubscriptionStatus.ENDED, SubscriptionStatus.ACTIVE);
    assertThat(room.mails(john)).isEmpty();
    assertThat(recorded())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("subscription.second_ended");
              assertThat(entry.before()).containsEntry("status", "active");
              assertThat(entry.after())
                  .containsEntry("subscription", second.toString())
                  .containsEntry("other_subscription", first.toString());
            });
  }

  @Test
  void endingTheSecondIsRepeatedUntilItIsKnown() {
    URI older = room.opens(john, FAMILY, "first").page();
    house.clock().advance(Duration.ofMinutes(1));
    ProviderRef second = room.pays(room.opens(john, BASIC, "second").page());
    ProviderRef first = room.pays(older);
    room.tells(first);
    room.tells(second);
    house.subscriptionProvider().loseNextAnswer();
    house.runJobs();
    assertThat(room.kept(john))
        .extracting(Subscription::status)
        .containsOnly(SubscriptionStatus.ACTIVE);
    house.subscriptionProvider().recover();

    house.later(Duration.ofMinutes(2));

    assertThat(room.kept(john))
        .extracting(Subscription::status)
        .containsExactly(SubscriptionStatus.ENDED, SubscriptionStatus.ACTIVE);
  }

  @Test
  void anOlderOneThatNobodyPaysGivesWayToOneThatIsPaid() {
    URI older = room.opens(john, FAMILY, "first").page();
    house.clock().advance(Duration.ofMinutes(1));
    URI younger = room.opens(john, BASIC, "second").page();
    ProviderRef unpaid = room.pays(older);
    room.tells(unpaid);
    room.failsToPay(unpaid);
    ProviderRef paid = room.pays(younger);
    room.tells(paid);

    house.runJobs();

    assertThat(house.subscriptionProvider().standing(unpaid)).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(house.subscriptionProvider().standing(paid)).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(current().planName()).contains("Basic");
  }

  @Test
  void whatSaysThatItIsAnothersSubscriptionChangesNothingAndIsShownToAdmins() {
    ProviderRef first = room.subscribes(john, FAMILY);
    Subscription.Snapshot before = room.only(john).snapshot();
    ProviderRef elsewhere = room.subscribesElsewhere();
    house.subscriptionProvider().claimToBe(elsewhere, room.only(john).id());

    room.tells(elsewhere);

    assertThat(room.only(john).snapshot()).isEqualTo(before);
    assertThat(recorded())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("subscription.doubled");
              assertThat(entry.actor()).isEmpty();
              assertThat(entry.before()).containsEntry("subscription", first.toString());
              assertThat(entry.after()).containsEntry("subscription", elsewhere.toString());
            });
  }
}
