package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.Lounge.PIN;
import static dev.stagedoor.application.tv.Lounge.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewerProfileServiceTest {
  private static final ProfileChoice NOBODY = ProfileChoice.none();

  private final Lounge lounge = new Lounge();
  private final ViewerProfileService profiles = lounge.profiles();
  private final Actor viewer = lounge.viewer;

  private static NewProfile wanted(String name, Optional<Secret> pin) {
    return new NewProfile(new ViewerProfile.Look(name, Optional.empty(), false), pin);
  }

  private ProfileView view(ProfileId id) {
    return profiles.list(viewer).stream()
        .filter(profile -> profile.id().equals(id.value()))
        .findFirst()
        .orElseThrow();
  }

  private static ChangeProfile pin(Optional<Secret> pin) {
    return new ChangeProfile(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(pin));
  }

  private static ChangeProfile name(String name) {
    return new ChangeProfile(
        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Watches as a profile, the least anybody can do there. */
  private void watch(ProfileChoice as) {
    assertThat(
            lounge.house.stagedoor().watchProgress().list(viewer, as, PageRequest.first()).items())
        .isEmpty();
  }

  private Object tried(ProfileId id, String pin) {
    try {
      return lounge.open(id, pin);
    } catch (DomainException refused) {
      return refused.code();
    }
  }

  @Test
  void whoSignsUpHasAProfileByTheirFirstName() {
    assertThat(profiles.list(viewer))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.name()).isEqualTo("Ada");
              assertThat(first.isDefault()).isTrue();
              assertThat(first.isReadOnly()).isFalse();
              assertThat(first.hasPin()).isFalse();
            });
  }

  @Test
  void aProfileIsAddedAfterTheDefault() {
    ProfileId sarah = lounge.profile("Sarah");

    assertThat(profiles.list(viewer)).extracting(ProfileView::name).containsExactly("Ada", "Sarah");
    assertThat(view(sarah).isDefault()).isFalse();
  }

  @Test
  void aPinOfLettersIsRefused() {
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> profiles.create(viewer, NOBODY, wanted("Sarah", Optional.of(Secret.of("abcd")))));
  }

  @Test
  void aSixthProfileIsRefusedInTheTrial() {
    for (int made = 1; made < 5; made++) {
      ProfileId unused = lounge.profile("Profile " + made);
    }

    assertRefused(TvError.PLAN_LIMIT, () -> lounge.profile("One too many"));
  }

  @Test
  void ofManyMadeAtOnceNoMoreThanTheLimitAreThere() {
    List<Object> made =
        Race.of(
            12,
            () -> {
              try {
                return profiles.create(viewer, NOBODY, wanted("Twin", Optional.empty())).name();
              } catch (DomainException refused) {
                return refused.code();
              }
            });

    assertThat(Collections.frequency(made, "Twin")).isEqualTo(4);
    assertThat(Collections.frequency(made, TvError.PLAN_LIMIT)).isEqualTo(8);
    assertThat(profiles.list(viewer)).hasSize(5);
  }

  @Test
  void afterTheTrialProfilesAreReadAndRemovedOnly() {
    ProfileId sarah = lounge.profile("Sarah");
    lounge.endTrials();

    assertRefused(TvError.SUBSCRIPTION_NEEDED, () -> lounge.profile("Tim"));
    assertRefused(
        TvError.SUBSCRIPTION_NEEDED, () -> profiles.change(viewer, NOBODY, sarah, name("Sally")));
    assertThat(profiles.list(viewer)).hasSize(2);
    profiles.remove(viewer, NOBODY, sarah);
    assertThat(profiles.list(viewer)).hasSize(1);
  }

  @Test
  void aProfileIsChangedInWhatIsGiven() {
    ProfileId kids = lounge.kids(Optional.of(PIN));

    ProfileView changed = profiles.change(viewer, NOBODY, kids, name("Timmy"));

    assertThat(changed.name()).isEqualTo("Timmy");
    assertThat(changed.isKids()).isTrue();
    assertThat(changed.hasPin()).isTrue();
  }

  @Test
  void theProfilesOfOthersAreUnknown() {
    Actor other = lounge.somebody();
    ProfileId first = lounge.first(viewer);
    ProfileId theirs = lounge.first(other);

    assertRefused(
        CommonError.NOT_FOUND, () -> profiles.change(viewer, NOBODY, theirs, name("Mine")));
    assertRefused(CommonError.NOT_FOUND, () -> profiles.remove(viewer, NOBODY, theirs));
    assertRefused(
        CommonError.NOT_FOUND, () -> profiles.open(viewer, NOBODY, theirs, Optional.empty()));
    OpenedProfile opened = profiles.open(viewer, NOBODY, first, Optional.empty());
    assertRefused(
        TvError.PROFILE_TOKEN_INVALID,
        () ->
            lounge.house.stagedoor().watchProgress().list(other, as(opened), PageRequest.first()));
  }

  @Test
  void theLastProfileStays() {
    ProfileId first = lounge.first(viewer);
    ProfileId sarah = lounge.profile("Sarah");

    profiles.remove(viewer, NOBODY, first);

    assertThat(view(sarah).isDefault()).isTrue();
    assertRefused(TvError.LAST_PROFILE, () -> profiles.remove(viewer, NOBODY, sarah));
  }

  @Test
  void aProfileWithoutAPinOpensForAll() {
    OpenedProfile opened = profiles.open(viewer, NOBODY, lounge.first(viewer), Optional.empty());

    watch(as(opened));
    assertThat(opened.expiresAt())
        .isEqualTo(lounge.house.clock().instant().plus(Duration.ofDays(30)));
  }

  @Test
  void aProfileWithAPinOpensOnlyWithIt() {
    ProfileId adult = lounge.adult(PIN);

    assertRefused(TvError.PIN_NEEDED, () -> profiles.open(viewer, NOBODY, adult, Optional.empty()));
    assertThat(tried(adult, "9999")).isEqualTo(TvError.INVALID_PIN);
    assertThat(tried(adult, "no pin at all")).isEqualTo(TvError.INVALID_PIN);
    watch(as(lounge.open(adult, "1234")));
  }

  @Test
  void aProfileWithAPinIsNotActedAsByItsName() {
    ProfileId adult = lounge.adult(PIN);
    ProfileId sarah = lounge.profile("Sarah");

    watch(as(sarah));
    assertRefused(TvError.PIN_NEEDED, () -> watch(as(adult)));
  }

  @Test
  void aDefaultProfileWithAPinMustBeOpened() {
    ProfileView unused =
        profiles.change(viewer, NOBODY, lounge.first(viewer), pin(Optional.of(PIN)));

    assertRefused(TvError.PIN_NEEDED, () -> watch(NOBODY));
    watch(as(lounge.open(lounge.first(viewer), "1234")));
  }

  @Test
  void fiveWrongPinsLockAProfileForAQuarterOfAnHour() {
    ProfileId adult = lounge.adult(PIN);
    for (int wrong = 0; wrong < 5; wrong++) {
      assertThat(tried(adult, "0000")).isEqualTo(TvError.INVALID_PIN);
    }

    assertThat(tried(adult, "1234")).isEqualTo(TvError.PIN_LOCKED);
    assertThat(view(adult).lockedUntil())
        .contains(lounge.house.clock().instant().plus(Duration.ofMinutes(15)));
    lounge.house.clock().advance(Duration.ofMinutes(15));
    assertThat(view(adult).lockedUntil()).isEmpty();
    watch(as(lounge.open(adult, "1234")));
  }

  @Test
  void aRightPinBeginsTheCountAnew() {
    ProfileId adult = lounge.adult(PIN);
    for (int round = 0; round < 3; round++) {
      for (int wrong = 0; wrong < 4; wrong++) {
        assertThat(tried(adult, "0000")).isEqualTo(TvError.INVALID_PIN);
      }
      watch(as(lounge.open(adult, "1234")));
    }
  }

  @Test
  void fiftyWhoGuessAtOnceHaveFiveTriesTogether() {
    ProfileId adult = lounge.adult(PIN);

    List<Object> answers = Race.of(50, () -> tried(adult, "0000"));

    assertThat(Collections.frequency(answers, TvError.INVALID_PIN)).isEqualTo(5);
    assertThat(Collections.frequency(answers, TvError.PIN_LOCKED)).isEqualTo(45);
    assertThat(tried(adult, "1234")).isEqualTo(TvError.PIN_LOCKED);
  }

  @Test
  void aPinThatWasChangedWhileItWasTriedDoesNotOpen() {
    ProfileId adult = lounge.adult(PIN);
    lounge
        .house
        .wire()
        .after(
            "PinHasher.matches",
            () -> profiles.change(viewer, NOBODY, adult, pin(Optional.of(Secret.of("5555")))));

    assertThat(tried(adult, "1234")).isEqualTo(TvError.INVALID_PIN);
    watch(as(lounge.open(adult, "5555")));
  }

  @Test
  void anotherPinClosesTheProfileOnEveryDevice() {
    ProfileId adult = lounge.adult(PIN);
    OpenedProfile opened = lounge.open(adult, "1234");
    watch(as(opened));

    ProfileView unused =
        profiles.change(viewer, NOBODY, adult, pin(Optional.of(Secret.of("5555"))));

    assertRefused(TvError.PROFILE_TOKEN_INVALID, () -> watch(as(opened)));
    watch(as(lounge.open(adult, "5555")));
  }

  @Test
  void aTokenIsGoodForItsTime() {
    OpenedProfile opened = profiles.open(viewer, NOBODY, lounge.first(viewer), Optional.empty());
    lounge.house.clock().advance(Duration.ofDays(30).minusSeconds(1));
    profiles.cleaning().work().run();
    watch(as(opened));

    lounge.house.clock().advance(Duration.ofSeconds(1));

    assertRefused(TvError.PROFILE_TOKEN_INVALID, () -> watch(as(opened)));
    profiles.cleaning().work().run();
    assertRefused(TvError.PROFILE_TOKEN_INVALID, () -> watch(as(opened)));
  }

  @Test
  void aProfileOfKidsManagesNothing() {
    ProfileId kids = lounge.kids(Optional.empty());
    OpenedProfile opened = profiles.open(viewer, NOBODY, kids, Optional.empty());
    for (ProfileChoice as : List.of(as(kids), as(opened))) {
      for (Runnable managing : managing(as, kids)) {
        assertRefused(TvError.KIDS_PROFILE, managing::run);
      }
      watch(as);
    }
    assertThat(profiles.list(viewer)).hasSize(2);
  }

  private List<Runnable> managing(ProfileChoice as, ProfileId kids) {
    return List.of(
        () -> profiles.create(viewer, as, wanted("Mine", Optional.empty())),
        () -> profiles.change(viewer, as, kids, pin(Optional.empty())),
        () -> profiles.remove(viewer, as, lounge.first(viewer)));
  }

  @Test
  void kidsLeaveTheirProfileOnlyByItsPin() {
    ProfileId sarah = lounge.profile("Sarah");
    ProfileId kids = lounge.kids(Optional.of(PIN));
    ProfileChoice inside = as(lounge.open(kids, "1234"));

    assertRefused(TvError.PIN_NEEDED, () -> profiles.open(viewer, inside, sarah, Optional.empty()));
    assertRefused(
        TvError.PIN_NEEDED, () -> profiles.open(viewer, as(kids), sarah, Optional.empty()));
    assertRefused(
        TvError.INVALID_PIN,
        () -> profiles.open(viewer, inside, sarah, Optional.of(Secret.of("0000"))));
    watch(as(profiles.open(viewer, inside, sarah, Optional.of(PIN))));
  }

  @Test
  void whatKidsGuessLocksTheirOwnProfile() {
    ProfileId sarah = lounge.profile("Sarah");
    ProfileId kids = lounge.kids(Optional.of(PIN));
    ProfileChoice inside = as(lounge.open(kids, "1234"));
    for (int wrong = 0; wrong < 5; wrong++) {
      assertRefused(
          TvError.INVALID_PIN,
          () -> profiles.open(viewer, inside, sarah, Optional.of(Secret.of("0000"))));
    }

    assertRefused(TvError.PIN_LOCKED, () -> profiles.open(viewer, inside, sarah, Optional.of(PIN)));
    assertThat(view(kids).lockedUntil()).isPresent();
  }

  @Test
  void kidsWithoutAPinGoWhereNoneIsNeeded() {
    ProfileId sarah = lounge.profile("Sarah");
    ProfileId adult = lounge.adult(PIN);
    ProfileId kids = lounge.kids(Optional.empty());

    watch(as(profiles.open(viewer, as(kids), sarah, Optional.empty())));
    assertRefused(
        TvError.PIN_NEEDED, () -> profiles.open(viewer, as(kids), adult, Optional.empty()));
  }

  @Test
  void whatIsOneTooManyIsReadAndRemovedOnly() {
    Actor client = lounge.client();
    for (String name : List.of("Second", "Third")) {
      lounge.house.clock().advance(Duration.ofSeconds(1));
      addPastTheLimit(client, name);
    }
    List<ProfileView> known = profiles.list(client);
    ProfileId third = new ProfileId(known.get(2).id());

    assertThat(known).extracting(ProfileView::isReadOnly).containsExactly(false, false, true);
    assertRefused(TvError.PLAN_LIMIT, () -> profiles.change(client, NOBODY, third, name("Other")));
    assertThat(profiles.open(client, NOBODY, third, Optional.empty()).profile().isReadOnly())
        .isTrue();
    profiles.remove(client, NOBODY, third);
    assertThat(profiles.list(client)).hasSize(2);
  }

  private void addPastTheLimit(Actor owner, String name) {
    lounge
        .house
        .unitOfWork()
        .run(
            () ->
                lounge
                    .house
                    .tv()
                    .profiles()
                    .save(
                        ViewerProfile.of(
                            new ProfileId(UUID.randomUUID()),
                            owner.userId(),
                            new ViewerProfile.Look(name, Optional.empty(), false),
                            Optional.empty(),
                            lounge.house.clock().instant())));
  }

  @Test
  void visitorsHaveNoProfiles() {
    ErrorCode refusal = CommonError.NOT_SIGNED_IN;
    assertRefused(refusal, () -> profiles.list(Actor.visitor()));
    assertRefused(
        refusal, () -> profiles.create(Actor.visitor(), NOBODY, wanted("Mine", Optional.empty())));
  }
}
