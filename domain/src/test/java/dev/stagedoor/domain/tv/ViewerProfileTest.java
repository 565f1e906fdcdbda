package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.TvSamples.aLook;
import static dev.stagedoor.domain.fixture.TvSamples.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerProfileTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final UserId owner = aUserId();
  private final ViewerProfile profile = aProfile(owner, Secret.of("some$hash"));

  private void tryWrongly(int times) {
    for (int i = 0; i < times; i++) {
      profile.mustTakeTries(NOW);
      profile.tried(false, NOW);
    }
  }

  private void assertLocked() {
    assertThatThrownBy(() -> profile.mustTakeTries(NOW))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(TvError.PIN_LOCKED);
              assertThat(refused.facts()).containsEntry("until", NOW.plus(QUARTER));
            });
  }

  @Test
  void aProfileHasAPinOnlyWhereItWasGivenOne() {
    ViewerProfile open = aProfile(owner);

    assertThat(open.hasPin()).isFalse();
    assertThat(open.pinHash()).isEmpty();
    assertThat(profile.hasPin()).isTrue();
    assertThat(profile.pinHash()).contains(Secret.of("some$hash"));
    assertThat(profile.owner()).isEqualTo(owner);
    assertThat(profile.toString()).doesNotContain("hash");
    assertThat(profile.snapshot().toString()).doesNotContain("some$hash");
  }

  @Test
  void afterFiveWrongPinsItTakesNoneForAQuarterOfAnHour() {
    tryWrongly(4);
    profile.mustTakeTries(NOW);
    assertThat(profile.lockedUntil()).isEmpty();

    profile.tried(false, NOW);

    assertThat(profile.lockedUntil()).contains(NOW.plus(QUARTER));
    assertLocked();
    assertRefused(
        TvError.PIN_LOCKED, () -> profile.mustTakeTries(NOW.plus(QUARTER).minusMillis(1)));
    profile.mustTakeTries(NOW.plus(QUARTER));
  }

  @Test
  void thenItTakesFiveMore() {
    tryWrongly(5);

    for (int i = 0; i < 4; i++) {
      profile.tried(false, NOW.plus(QUARTER));
      profile.mustTakeTries(NOW.plus(QUARTER));
    }
    profile.tried(false, NOW.plus(QUARTER));

    assertThat(profile.lockedUntil()).contains(NOW.plus(QUARTER).plus(QUARTER));
  }

  @Test
  void theRightPinForgetsTheWrongOnes() {
    tryWrongly(4);
    profile.tried(true, NOW);

    tryWrongly(4);

    profile.mustTakeTries(NOW);
    profile.tried(false, NOW);
    assertLocked();
  }

  @Test
  void anotherPinOrNoneLetsWhoeverWasLockedOutTryAgain() {
    tryWrongly(5);
    profile.protect(Optional.of(Secret.of("other$hash")));

    profile.mustTakeTries(NOW);
    assertThat(profile.pinHash()).contains(Secret.of("other$hash"));
    tryWrongly(4);
    profile.mustTakeTries(NOW);

    profile.protect(Optional.empty());

    assertThat(profile.hasPin()).isFalse();
    assertThat(profile.snapshot().wrongPins()).isZero();
  }

  @Test
  void itsLookChangesAndItsPinDoesNot() {
    ViewerProfile.Look kids =
        new ViewerProfile.Look(
            "Little ones", Optional.of(URI.create("https://cdn.example.org/a.png")), true);

    profile.change(kids);

    assertThat(profile.look()).isEqualTo(kids);
    assertThat(profile.hasPin()).isTrue();
  }

  @Test
  void aNameIsThereAndNotTooLong() {
    assertThat(aLook("  Ada ").name()).isEqualTo("Ada");
    assertThat(aLook("n".repeat(ViewerProfile.MAX_NAME)).name()).hasSize(50);
    assertRefused(CommonError.INVALID_VALUE, () -> aLook("n".repeat(51)));
    assertRefused(CommonError.INVALID_VALUE, () -> aLook(" \t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://cdn.example.org/a.png", "http://cdn.example.org"})
  void anAvatarIsAnAddressOnTheWeb(String address) {
    assertThat(pictured(address).avatar()).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "ftp://cdn.example.org/a.png",
        "//cdn.example.org/a.png",
        "/a.png",
        "https:/a.png",
        "https:a.png"
      })
  void nothingElseIs(String address) {
    assertRefused(CommonError.INVALID_VALUE, () -> pictured(address));
  }

  @Test
  void anAddressHasTwoThousandCharactersAtMost() {
    String start = "https://cdn.example.org/";

    assertThat(pictured(start + "a".repeat(2000 - start.length())).avatar()).isPresent();
    assertRefused(
        CommonError.INVALID_VALUE, () -> pictured(start + "a".repeat(2001 - start.length())));
  }

  private static ViewerProfile.Look pictured(String address) {
    return new ViewerProfile.Look("Ada", Optional.of(URI.create(address)), false);
  }
}
