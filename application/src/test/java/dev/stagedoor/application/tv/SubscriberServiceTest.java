package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.tv.Entitlement.Source.GRACE;
import static dev.stagedoor.domain.tv.Entitlement.Source.NONE;
import static dev.stagedoor.domain.tv.Entitlement.Source.RESELLER;
import static dev.stagedoor.domain.tv.Entitlement.Source.SUBSCRIPTION;
import static dev.stagedoor.domain.tv.Entitlement.Source.SUSPENDED;
import static dev.stagedoor.domain.tv.Entitlement.Source.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.ResellerSamples;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberServiceTest {
  private final LivingRoom room = new LivingRoom();
  private final InMemoryStagedoor house = room.house;

  private List<ViewerProfile> profiles(UserId user) {
    return house.unitOfWork().read(() -> house.tv().profiles().of(user));
  }

  private Plan plan(String priceId) {
    return house.unitOfWork().read(() -> house.tv().plans().findByPrice(priceId).orElseThrow());
  }

  private Client served(Viewer viewer, String priceId) {
    Client client =
        ResellerSamples.aClient(
            Samples.aUserId(), viewer.id(), plan(priceId).id(), house.clock().instant());
    house.unitOfWork().run(() -> house.tv().clients().add(client, Optional.empty()));
    return client;
  }

  private void suspend(Client client) {
    house
        .unitOfWork()
        .run(
            () -> {
              Client locked = house.tv().clients().lock(List.of(client.id())).get(0);
              locked.suspend();
              house.tv().clients().save(List.of(locked));
            });
  }

  @Test
  void whoSignsUpHasAProfileOfTheirNameAndATrialOfSevenDays() {
    Viewer john = room.signsUp();

    assertThat(profiles(john.id())).extracting(one -> one.look().name()).containsExactly("John");
    SubscriberView view = house.stagedoor().subscribers().me(john.actor());
    assertThat(view.trialEndsAt()).contains(house.clock().instant().plus(LivingRoom.TRIAL));
    assertThat(view.profiles()).isEqualTo(1);
    assertThat(view.playlists()).isZero();
    assertThat(view.favorites()).isZero();
    Entitlement trial = view.entitlement();
    assertThat(trial.source()).isEqualTo(TRIAL);
    assertThat(trial.limits()).isEqualTo(Limits.trial());
    assertThat(trial.until()).isEqualTo(view.trialEndsAt());
    assertThat(house.stagedoor().subscribers().isPremium(john.id())).isFalse();
  }

  @Test
  void theTrialEndsToTheMomentAndLeavesEverythingToBeRead() {
    Viewer john = room.signsUp();

    house.clock().advance(LivingRoom.TRIAL.minusNanos(1_000));
    assertThat(room.source(john)).isEqualTo(TRIAL);
    house.clock().advance(Duration.ofNanos(1_000));

    Entitlement over = room.of(john);
    assertThat(over.source()).isEqualTo(NONE);
    assertThat(over.until()).isEmpty();
    assertThat(over.limits()).isEqualTo(Limits.trial());
    assertThat(profiles(john.id())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"john.doe+tv@gmail.com", "JohnDoe@gmail.com", "j.o.h.n.d.o.e+2@googlemail.com"})
  void onePersonHasOneTrialHoweverTheyWriteTheirAddress(String again) {
    assertThat(room.source(room.signsUp(new EmailAddress("johndoe+1@gmail.com")))).isEqualTo(TRIAL);

    Viewer second = room.signsUp(new EmailAddress(again));

    assertThat(room.source(second)).isEqualTo(NONE);
    assertThat(house.stagedoor().subscribers().me(second.actor()).trialEndsAt()).isEmpty();
    assertThat(profiles(second.id())).hasSize(1);
  }

  @Test
  void dotsTellPeopleApartWhereTheMailHostDoes() {
    assertThat(room.source(room.signsUp(new EmailAddress("jo.hn@example.com")))).isEqualTo(TRIAL);
    assertThat(room.source(room.signsUp(new EmailAddress("john@example.com")))).isEqualTo(TRIAL);
    assertThat(room.source(room.signsUp(new EmailAddress("john+1@example.com")))).isEqualTo(NONE);
  }

  @Test
  void whoHasAnAccountFromElsewhereBeginsWithTheFirstCall() {
    Actor family = house.aFamily().actor();
    assertThat(profiles(family.userId())).isEmpty();

    SubscriberView first = house.stagedoor().subscribers().me(family);

    assertThat(first.entitlement().source()).isEqualTo(TRIAL);
    assertThat(first.profiles()).isEqualTo(1);
    assertThat(house.stagedoor().subscribers().me(family)).isEqualTo(first);
    assertThat(profiles(family.userId())).hasSize(1);
  }

  @Test
  void askingWhetherSomebodyPaysBeginsNothing() {
    Actor family = house.aFamily().actor();

    assertThat(house.stagedoor().subscribers().isPremium(family.userId())).isFalse();

    assertThat(profiles(family.userId())).isEmpty();
  }

  @Test
  void nobodyIsNoSubscriber() {
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> house.stagedoor().subscribers().me(Actor.visitor()));
  }

  @Test
  void aSubscriptionGivesWhatItsPlanSays() {
    Viewer john = room.signsUp();

    room.subscribes(john, LivingRoom.FAMILY);

    Entitlement paid = room.of(john);
    assertThat(paid.source()).isEqualTo(SUBSCRIPTION);
    assertThat(paid.plan()).get().extracting(Plan::priceId).isEqualTo(LivingRoom.FAMILY);
    assertThat(paid.limits()).isEqualTo(new Limits(5, 5, 500));
    assertThat(paid.until()).isEqualTo(room.only(john).paidUntil());
    assertThat(house.stagedoor().subscribers().isPremium(john.id())).isTrue();
  }

  @Test
  void aPriceThatNoPlanHasIsPaidAllTheSameWithTheLimitsOfATrial() {
    Viewer john = room.signsUp();
    ProviderRef subscription = room.subscribes(john, LivingRoom.FAMILY);
    house
        .subscriptionProvider()
        .change(
            subscription,
            new PlanPrice(ProviderRef.of("fake", "price_of_somebody_else"), Samples.usd(1)),
            new IdempotencyKey("change"));

    room.tells(subscription);

    Entitlement paid = room.of(john);
    assertThat(paid.source()).isEqualTo(SUBSCRIPTION);
    assertThat(paid.isPremium()).isTrue();
    assertThat(paid.plan()).isEmpty();
    assertThat(paid.limits()).isEqualTo(Limits.trial());
  }

  @Test
  void anotherPlanAtTheProviderIsAnotherPlanHere() {
    Viewer john = room.signsUp();
    ProviderRef subscription = room.subscribes(john, LivingRoom.PREMIUM);
    house
        .subscriptionProvider()
        .change(
            subscription,
            new PlanPrice(ProviderRef.of("fake", LivingRoom.BASIC), Samples.usd(499)),
            new IdempotencyKey("change"));

    room.tells(subscription);

    assertThat(room.of(john).limits()).isEqualTo(new Limits(2, 2, 100));
  }

  @Test
  void aLimitThatIsLoweredHoldsAtOnceAndTakesNothingAway() {
    Viewer john = room.signsUp();
    room.subscribes(john, LivingRoom.PREMIUM);
    house
        .unitOfWork()
        .run(
            () -> {
              for (int more = 0; more < 3; more++) {
                house
                    .tv()
                    .profiles()
                    .save(
                        ViewerProfile.of(
                            TvSamples.aProfileId(),
                            john.id(),
                            TvSamples.aLook("More " + more),
                            Optional.empty(),
                            house.clock().instant()));
              }
            });

    house
        .stagedoor()
        .plans()
        .change(
            house.admin().actor(),
            plan(LivingRoom.PREMIUM).id(),
            new ChangePlan(
                Optional.empty(),
                Optional.empty(),
                Optional.of(2),
                Optional.of(0),
                Optional.empty(),
                Optional.empty()));

    SubscriberView view = house.stagedoor().subscribers().me(john.actor());
    assertThat(view.entitlement().limits()).isEqualTo(new Limits(2, 0, 2000));
    assertThat(view.profiles()).isEqualTo(4);
    assertThat(profiles(john.id())).hasSize(4);
  }

  @Test
  void aResellersClientIsServedAsLongAsItIsPaid() {
    Viewer john = room.watchedBefore();
    served(john, LivingRoom.BASIC);

    Entitlement may = room.of(john);
    assertThat(may.source()).isEqualTo(RESELLER);
    assertThat(may.isPremium()).isTrue();
    assertThat(may.limits()).isEqualTo(new Limits(2, 2, 100));

    house.clock().set(may.until().orElseThrow());
    assertThat(room.source(john)).isEqualTo(NONE);
  }

  @Test
  void aClientWhoIsSuspendedIsNotServedUnlessTheyPayThemselves() {
    Viewer john = room.watchedBefore();
    suspend(served(john, LivingRoom.BASIC));
    assertThat(room.source(john)).isEqualTo(SUSPENDED);

    ProviderRef subscription = room.subscribes(john, LivingRoom.FAMILY);
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    house.subscriptionProvider().standAs(subscription, SubscriptionStatus.ENDED);
    room.tells(subscription);

    assertThat(room.source(john)).isEqualTo(SUSPENDED);
  }

  @Test
  void whoIsServedFromTheStartHasNoTrialThatOutlivesTheReseller() {
    Actor customer = house.aFamily().actor();
    suspend(served(new Viewer(house.anAddress(), customer), LivingRoom.BASIC));

    assertThat(house.stagedoor().subscribers().me(customer).entitlement().source())
        .isEqualTo(SUSPENDED);
    assertThat(house.stagedoor().subscribers().me(customer).trialEndsAt()).isEmpty();
  }

  @Test
  void ownMoneyComesBeforeTheResellersAndTheTrial() {
    Viewer john = room.signsUp();
    served(john, LivingRoom.BASIC);
    assertThat(room.source(john)).isEqualTo(RESELLER);
    ProviderRef subscription = room.subscribes(john, LivingRoom.PREMIUM);
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);

    room.failsToPay(subscription);
    assertThat(room.source(john)).isEqualTo(GRACE);
    house.clock().advance(Duration.ofDays(7));

    assertThat(room.source(john)).isEqualTo(RESELLER);
  }

  @Test
  void aTrialThatTheProviderGivesIsTheOnlyOne() {
    EmailAddress plain = new EmailAddress("mary@example.com");
    Viewer john = room.signsUp(new EmailAddress("mary+1@example.com"));
    ProviderRef subscription = room.subscribes(john, LivingRoom.BASIC);
    house.subscriptionProvider().standAs(subscription, SubscriptionStatus.TRIALING);

    room.tells(subscription);

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    assertThat(room.source(room.signsUp(plain))).isEqualTo(NONE);
  }
}
