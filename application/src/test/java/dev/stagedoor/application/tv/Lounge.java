package dev.stagedoor.application.tv;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A living room: somebody in their trial with a first profile, and what they make there. */
final class Lounge {
  static final String BASIC = "price_lounge_basic";
  static final String FAMILY = "price_lounge_family";
  static final String FREE = "price_lounge_free";
  static final Limits BASIC_LIMITS = new Limits(2, 1, 3);
  static final Secret PIN = Secret.of("1234");

  final InMemoryStagedoor house = new InMemoryStagedoor();
  final Actor viewer = somebody();

  Lounge() {
    house
        .unitOfWork()
        .run(
            () -> {
              house.tv().plans().save(plan(BASIC, "Basic", 499, BASIC_LIMITS));
              house.tv().plans().save(plan(FAMILY, "Family", 999, new Limits(5, 5, 500)));
            });
  }

  /** Offers a plan for resellers who try the service, at no price. */
  void offerForNothing() {
    house.unitOfWork().run(() -> house.tv().plans().save(plan(FREE, "Free", 0, BASIC_LIMITS)));
  }

  private Plan plan(String price, String name, long cents, Limits limits) {
    return Plan.offer(
        new PlanId(UUID.randomUUID()),
        price,
        new Plan.Terms(name, new Money(cents, Currency.getInstance("USD")), limits, Map.of()),
        house.clock().instant());
  }

  ViewerProfileService profiles() {
    return house.stagedoor().viewerProfiles();
  }

  ResellerService resellers() {
    return house.stagedoor().resellers();
  }

  /** Somebody who has just signed up. */
  Actor somebody() {
    return house.aSubscriber();
  }

  /** Lets the trial of everybody here be over. */
  void endTrials() {
    house.clock().advance(Duration.ofDays(8));
  }

  /** Somebody who sells subscriptions, with so many credits. */
  Actor reseller(long credits) {
    UserId id = somebody().userId();
    house.change(
        id,
        account -> {
          account.changeRole(Role.RESELLER);
          return account;
        });
    if (credits > 0) {
      var unused =
          house
              .stagedoor()
              .credits()
              .add(Actor.system(), id, credits, "For the tests", Optional.empty());
    }
    return Actor.user(id, Role.RESELLER);
  }

  NewClient aClient(Optional<String> key) {
    return aClient(house.anAddress().value(), key);
  }

  static NewClient aClient(String email, Optional<String> key) {
    return new NewClient(email, InMemoryStagedoor.PASSWORD, "Grace Hopper", BASIC, key);
  }

  /** Somebody whom a reseller serves on the smallest plan. */
  Actor client() {
    return Actor.user(
        new UserId(resellers().create(reseller(499), aClient(Optional.empty())).client().userId()),
        Role.USER);
  }

  ProfileId first(Actor who) {
    return new ProfileId(profiles().list(who).get(0).id());
  }

  ProfileId profile(String name) {
    return make(name, false, Optional.empty());
  }

  ProfileId adult(Secret pin) {
    return make("Grown up", false, Optional.of(pin));
  }

  ProfileId kids(Optional<Secret> pin) {
    return make("Kids", true, pin);
  }

  private ProfileId make(String name, boolean isKids, Optional<Secret> pin) {
    house.clock().advance(Duration.ofSeconds(1));
    return new ProfileId(
        profiles()
            .create(
                viewer,
                ProfileChoice.none(),
                new NewProfile(new ViewerProfile.Look(name, Optional.empty(), isKids), pin))
            .id());
  }

  OpenedProfile open(ProfileId id, String pin) {
    return profiles().open(viewer, ProfileChoice.none(), id, Optional.of(Secret.of(pin)));
  }

  static ProfileChoice as(ProfileId id) {
    return new ProfileChoice(Optional.empty(), Optional.of(id));
  }

  static ProfileChoice as(OpenedProfile opened) {
    return new ProfileChoice(Optional.of(opened.token()), Optional.empty());
  }
}
