package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.LivingRoom.BASIC;
import static dev.stagedoor.application.tv.LivingRoom.DONE;
import static dev.stagedoor.application.tv.LivingRoom.FAMILY;
import static dev.stagedoor.application.tv.LivingRoom.GIVEN_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.subscriptions.OpenedSubscription;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionError;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TvSubscriptionServiceTest extends TvSubscriptionScene {

  @Test
  void aPageIsOpenedBeforeAnythingIsPaid() {
    OpenedSubscription opened = room.opens(john, FAMILY, "first");

    assertThat(opened.provider()).isEqualTo(InMemoryStagedoor.FAKE);
    assertThat(opened.session()).isNotBlank();
    Subscription noted = room.only(john);
    assertThat(noted.id()).isEqualTo(opened.id());
    assertThat(noted.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
    assertThat(current().source()).isEqualTo(Entitlement.Source.NONE);
    assertThat(current().status()).isEmpty();
  }

  @Test
  void theSameKeyIsTheSamePageAndAnotherKeyOrPriceAnother() {
    OpenedSubscription first = room.opens(john, FAMILY, "first");

    assertThat(room.opens(john, FAMILY, "first")).isEqualTo(first);
    assertThat(room.kept(john)).hasSize(1);
    assertThat(room.opens(john, FAMILY, "second").page()).isNotEqualTo(first.page());
    assertThat(room.opens(john, BASIC, "first").page()).isNotEqualTo(first.page());
    assertThat(room.opens(room.signsUp(), FAMILY, "first").page()).isNotEqualTo(first.page());
    assertThat(room.kept(john)).hasSize(3);
    assertThat(house.subscriptionProvider().pagesOf(first.id())).isEqualTo(1);
  }

  @Test
  void theKeyOfWhatIsOverBeginsSomethingNew() {
    ProviderRef first = room.subscribes(john, FAMILY);
    house.subscriptionProvider().standAs(first, SubscriptionStatus.ENDED);
    room.tells(first);

    ProviderRef second = room.subscribes(john, FAMILY);

    assertThat(second).isNotEqualTo(first);
    assertThat(room.source(john)).isEqualTo(Entitlement.Source.SUBSCRIPTION);
    assertThat(room.kept(john))
        .extracting(Subscription::status)
        .containsExactlyInAnyOrder(SubscriptionStatus.ENDED, SubscriptionStatus.ACTIVE);
  }

  @Test
  void anAnswerThatIsLostIsAskedForAgainByTheSameKey() {
    house.subscriptionProvider().loseNextAnswer();
    assertThatThrownBy(() -> room.opens(john, FAMILY, "first"))
        .isInstanceOfSatisfying(
            ProviderException.class,
            lost -> assertThat(lost.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE));
    house.subscriptionProvider().recover();

    OpenedSubscription opened = room.opens(john, FAMILY, "first");

    assertThat(room.kept(john)).hasSize(1);
    assertThat(house.subscriptionProvider().pagesOf(opened.id())).isEqualTo(1);
  }

  @Test
  void noTrialComesWithASubscription() {
    Viewer fresh = room.signsUp();

    room.subscribes(fresh, FAMILY);

    assertThat(room.only(fresh).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void onlyAPlanThatIsOfferedCanBeSubscribedTo() {
    assertRefused(TvError.PLAN_UNKNOWN, () -> room.opens(john, "price_of_nothing", "first"));
    Actor admin = house.admin().actor();
    house
        .stagedoor()
        .plans()
        .archive(
            admin,
            house.stagedoor().plans().all(admin).stream()
                .filter(plan -> plan.priceId().equals(BASIC))
                .findFirst()
                .orElseThrow()
                .id());

    assertRefused(TvError.PLAN_UNKNOWN, () -> room.opens(john, BASIC, "first"));
    assertThat(room.kept(john)).isEmpty();
  }

  @Test
  void aPriceTheProviderDoesNotKnowIsRefusedInItsWords() {
    Actor admin = house.admin().actor();
    house.stagedoor().plans().offer(admin, "unknown_there", TvSamples.terms("Unknown", 100));

    assertRefused(
        SubscriptionError.SUBSCRIPTION_REFUSED, () -> room.opens(john, "unknown_there", "first"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://app.example/done",
        "javascript:alert(1)",
        "/done",
        "https:done",
        "https://user:secret@app.example/done"
      })
  void peopleComeBackToAnAddressOfTheWebOnly(String address) {
    URI bad = URI.create(address);
    IdempotencyKey key = new IdempotencyKey("first");

    assertRefused(
        CommonError.INVALID_VALUE,
        () -> subscriptions().checkout(john.actor(), AS_HOLDER, BASIC, bad, GIVEN_UP, key));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> subscriptions().checkout(john.actor(), AS_HOLDER, BASIC, DONE, bad, key));
    room.subscribes(john, BASIC);
    assertRefused(
        CommonError.INVALID_VALUE, () -> subscriptions().portal(john.actor(), AS_HOLDER, bad));
    assertThat(subscriptions().portal(john.actor(), AS_HOLDER, DONE)).hasScheme("https");
  }

  @Test
  void whoSubscribesSeesWhatTheyHave() {
    ProviderRef subscription = room.subscribes(john, FAMILY);

    SubscriptionView view = current();
    assertThat(view.source()).isEqualTo(Entitlement.Source.SUBSCRIPTION);
    assertThat(view.status()).contains(SubscriptionStatus.ACTIVE);
    assertThat(view.planName()).contains("Family");
    assertThat(view.endsAtPeriodEnd()).isFalse();
    assertThat(view.graceUntil()).isEmpty();
    assertThat(view.trialEndsAt()).contains(house.clock().instant());
    assertThat(room.only(john).ref()).contains(subscription);
  }

  @Test
  void whoIsSubscribedCannotSubscribeAgain() {
    ProviderRef subscription = room.subscribes(john, FAMILY);
    assertRefused(SubscriptionError.ALREADY_SUBSCRIBED, () -> room.opens(john, BASIC, "second"));
    room.failsToPay(subscription);
    house.clock().advance(Duration.ofDays(30));

    assertRefused(SubscriptionError.ALREADY_SUBSCRIBED, () -> room.opens(john, BASIC, "second"));
  }

  @Test
  void cancellingLeavesWhatIsPaidForAndEndsThen() {
    ProviderRef subscription = room.subscribes(john, FAMILY);

    SubscriptionView cancelled = subscriptions().cancel(john.actor(), AS_HOLDER);

    assertThat(cancelled.endsAtPeriodEnd()).isTrue();
    assertThat(cancelled.source()).isEqualTo(Entitlement.Source.SUBSCRIPTION);
    assertThat(subscriptions().cancel(john.actor(), AS_HOLDER)).isEqualTo(cancelled);
    house.subscriptionProvider().endPeriod(subscription);
    room.tells(subscription);
    assertThat(current().source()).isEqualTo(Entitlement.Source.NONE);
    assertThat(current().status()).contains(SubscriptionStatus.ENDED);
    assertThat(current().endsAtPeriodEnd()).isFalse();
    assertThat(room.mails(john)).containsExactly("Your subscription has ended");
  }

  @Test
  void aCancellationWhoseAnswerIsLostIsFoundOut() {
    room.subscribes(john, FAMILY);
    house.subscriptionProvider().loseNextAnswer();

    assertThatThrownBy(() -> subscriptions().cancel(john.actor(), AS_HOLDER))
        .isInstanceOf(ProviderException.class);
    house.subscriptionProvider().recover();
    assertThat(current().endsAtPeriodEnd()).isFalse();
    assertThat(house.runJobs()).isEmpty();

    assertThat(current().endsAtPeriodEnd()).isTrue();
  }

  @Test
  void whoHasNothingCanManageAndEndNothing() {
    room.opens(john, FAMILY, "first");

    assertRefused(
        SubscriptionError.NOT_SUBSCRIBED,
        () -> subscriptions().portal(john.actor(), AS_HOLDER, DONE));
    assertRefused(
        SubscriptionError.NOT_SUBSCRIBED, () -> subscriptions().cancel(john.actor(), AS_HOLDER));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> subscriptions().cancel(Actor.visitor(), AS_HOLDER));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> subscriptions().portal(Actor.visitor(), AS_HOLDER, DONE));
  }

  @Test
  void whoComesBackIsTheSameCustomerAndMaySeeOldBills() {
    ProviderRef first = room.subscribes(john, FAMILY);
    house.subscriptionProvider().standAs(first, SubscriptionStatus.ENDED);
    room.tells(first);
    assertRefused(
        SubscriptionError.NOT_SUBSCRIBED, () -> subscriptions().cancel(john.actor(), AS_HOLDER));
    URI bills = subscriptions().portal(john.actor(), AS_HOLDER, DONE);

    room.tells(room.pays(room.opens(john, BASIC, "again").page()));

    assertThat(current().planName()).contains("Basic");
    assertThat(room.kept(john)).hasSize(2);
    assertThat(room.kept(john).stream().map(Subscription::customer).distinct()).hasSize(1);
    assertThat(subscriptions().portal(john.actor(), AS_HOLDER, DONE)).isEqualTo(bills);
  }

  @Test
  void aKidsProfileManagesNoSubscription() {
    room.subscribes(john, FAMILY);
    ProfileId kids =
        new ProfileId(
            house
                .stagedoor()
                .viewerProfiles()
                .create(
                    john.actor(),
                    AS_HOLDER,
                    new NewProfile(
                        new ViewerProfile.Look("Timmy", Optional.empty(), true), Optional.empty()))
                .id());
    ProfileChoice asTimmy = new ProfileChoice(Optional.empty(), Optional.of(kids));
    IdempotencyKey key = new IdempotencyKey("timmys");

    assertRefused(
        TvError.KIDS_PROFILE,
        () -> subscriptions().checkout(john.actor(), asTimmy, BASIC, DONE, GIVEN_UP, key));
    assertRefused(TvError.KIDS_PROFILE, () -> subscriptions().portal(john.actor(), asTimmy, DONE));
    assertRefused(TvError.KIDS_PROFILE, () -> subscriptions().cancel(john.actor(), asTimmy));
    assertThat(current().endsAtPeriodEnd()).isFalse();
  }
}
