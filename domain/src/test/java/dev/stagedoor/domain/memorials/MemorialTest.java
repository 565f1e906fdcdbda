package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.MemorialBuilder.aMemorial;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemorialTest {
  private static final Instant LATER = NOW.plusSeconds(60);

  private final UserId owner = aUserId();
  private final UserId director = aUserId();

  @Test
  void isPublicAndEmptyAtFirst() {
    Memorial memorial = aMemorial().inMemoryOf("  Ada Lovelace ").build();

    assertThat(memorial.lovedOneName()).isEqualTo("Ada Lovelace");
    assertThat(memorial.isPublic()).isTrue();
    assertThat(memorial.customText()).isEmpty();
    assertThat(memorial.imageUrl()).isEmpty();
    assertThat(memorial.director()).isEmpty();
  }

  @Test
  void itsSlugStaysWhateverTheNameBecomes() {
    Slug slug = Slug.of("Ada Lovelace", 1);
    Memorial memorial = aMemorial().at(slug).build();
    memorial.rename("Augusta Ada King", LATER);

    assertThat(memorial.lovedOneName()).isEqualTo("Augusta Ada King");
    assertThat(memorial.slug()).isEqualTo(slug);
    assertThat(memorial.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aNameIsNeitherBlankNorTooLong() {
    Memorial memorial = aMemorial().build();

    assertRefused(CommonError.INVALID_VALUE, () -> memorial.rename(" ", LATER));
    assertRefused(CommonError.INVALID_VALUE, () -> memorial.rename("n".repeat(121), LATER));
    assertRefused(CommonError.INVALID_VALUE, () -> aMemorial().inMemoryOf("").build());
    memorial.rename("n".repeat(120), LATER);
    assertThat(memorial.lovedOneName()).hasSize(120);
  }

  @Test
  void itsTextIsLimited() {
    Memorial memorial = aMemorial().build();
    memorial.write("t".repeat(20_000), LATER);
    assertThat(memorial.customText()).hasSize(20_000);

    assertRefused(CommonError.INVALID_VALUE, () -> memorial.write("t".repeat(20_001), LATER));
    assertThat(memorial.customText()).hasSize(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/ada.jpg", " http://example.org/a.png?x=1&y=2 "})
  void aPictureHasAWebAddress(String url) {
    Memorial memorial = aMemorial().build();
    memorial.picture(url, LATER);

    assertThat(memorial.imageUrl()).contains(url.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada.jpg",
        "/ada.jpg",
        "//example.org/ada.jpg",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "ftp://example.org/ada.jpg",
        "https:///ada.jpg",
        "https://exa mple.org/ada.jpg",
        "https://example.org/\"onerror=alert(1)"
      })
  void nothingElseIsAPicture(String url) {
    Memorial memorial = aMemorial().build();

    assertRefused(CommonError.INVALID_VALUE, () -> memorial.picture(url, LATER));
    assertThat(memorial.imageUrl()).isEmpty();
  }

  @Test
  void aBlankPictureRemovesIt() {
    Memorial memorial = aMemorial().build();
    memorial.picture("https://example.org/ada.jpg", LATER);
    memorial.picture(" ", LATER);

    assertThat(memorial.imageUrl()).isEmpty();
  }

  @Test
  void isRunByItsOwnerItsDirectorAndAdminsAndByNobodyElse() {
    Memorial memorial = aMemorial().ownedBy(owner).directedBy(director).build();

    assertThat(memorial.isRunBy(Actor.user(owner, Role.USER))).isTrue();
    assertThat(memorial.isRunBy(Actor.user(director, Role.FUNERAL_DIRECTOR))).isTrue();
    assertThat(memorial.isRunBy(Actor.user(aUserId(), Role.ADMIN))).isTrue();
    assertThat(memorial.isRunBy(Actor.system())).isTrue();
    assertThat(memorial.isRunBy(Actor.user(aUserId(), Role.FUNERAL_DIRECTOR))).isFalse();
    assertThat(memorial.isRunBy(Actor.user(aUserId(), Role.USER))).isFalse();
    assertThat(memorial.isRunBy(Actor.visitor())).isFalse();
  }

  @Test
  void aMemorialWithoutADirectorIsNotRunByVisitors() {
    assertThat(aMemorial().build().isRunBy(Actor.visitor())).isFalse();
  }

  @Test
  void aHiddenOneIsOpenOnlyToThoseWhoRunIt() {
    Memorial hidden = aMemorial().ownedBy(owner).hidden().build();

    assertThat(hidden.isOpenTo(Actor.user(owner, Role.USER))).isTrue();
    assertThat(hidden.isOpenTo(Actor.visitor())).isFalse();
    assertThat(aMemorial().build().isOpenTo(Actor.visitor())).isTrue();
  }

  @Test
  void strangersAreToldNoAndOfAHiddenOneNothing() {
    Actor stranger = Actor.user(aUserId(), Role.USER);

    assertRefused(CommonError.NOT_ALLOWED, () -> aMemorial().build().mustBeRunBy(stranger));
    assertRefused(CommonError.NOT_FOUND, () -> aMemorial().hidden().build().mustBeRunBy(stranger));
  }

  @Test
  void visitorsAreAskedToSignIn() {
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> aMemorial().build().mustBeRunBy(Actor.visitor()));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> aMemorial().hidden().build().mustBeRunBy(Actor.visitor()));
  }

  @Test
  void aChangeBegunOnAnotherVersionIsRefused() {
    Memorial memorial = aMemorial().build();
    memorial.mustBeAt(0);

    assertStale(() -> memorial.mustBeAt(1));
  }

  @Test
  void aStoredMemorialIsTheSameMemorial() {
    Memorial memorial = aMemorial().ownedBy(owner).directedBy(director).hidden().build();

    assertThat(Memorial.restore(memorial.snapshot()).snapshot()).isEqualTo(memorial.snapshot());
  }
}
