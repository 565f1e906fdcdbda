package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.IdentitySamples.aTokenHash;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aLook;
import static dev.stagedoor.domain.fixture.TvSamples.aProfile;
import static dev.stagedoor.domain.fixture.TvSamples.aProfileId;
import static dev.stagedoor.domain.fixture.TvSamples.aProfileToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.DefaultProfile;
import dev.stagedoor.domain.tv.ProfileToken;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of profiles, and of the tokens that open them, must do. */
public interface ViewerProfileRepositoryContract extends RepositoryContract {
  ViewerProfileRepository profiles();

  DefaultProfiles defaults();

  ProfileTokenRepository tokens();

  @Test
  default void whatIsUnknownOrSomebodyElsesIsAbsent() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    UserId other = anAccountOnFile();

    assertThat(write(() -> profiles().find(profile.owner(), aProfileId()))).isEmpty();
    assertThat(write(() -> profiles().lock(profile.owner(), aProfileId()))).isEmpty();
    assertThat(write(() -> profiles().find(other, profile.id()))).isEmpty();
    assertThat(write(() -> profiles().lock(other, profile.id()))).isEmpty();
    assertThat(write(() -> profiles().of(other))).isEmpty();
  }

  @Test
  default void theDefaultProfileOfEachAccountIsItsOldest() {
    UserId two = anAccountOnFile();
    UserId nobody = anAccountOnFile();
    UserId one = anAccountOnFile();
    ViewerProfile younger = onFile(aProfile(two, NOW));
    ViewerProfile oldest = onFile(aProfile(two, NOW.minusSeconds(1)));
    ViewerProfile closed =
        onFile(
            ViewerProfile.restore(
                new ViewerProfile.Snapshot(
                    aProfileId(), one, aLook("Ada"), Secret.of("salted$hash"), 0, null, NOW, 0)));

    assertThat(write(() -> defaults().of(List.of(one, nobody, two, one))))
        .containsExactly(
            Optional.of(new DefaultProfile(closed.id(), true)),
            Optional.empty(),
            Optional.of(new DefaultProfile(oldest.id(), false)),
            Optional.of(new DefaultProfile(closed.id(), true)));

    run(() -> profiles().remove(oldest.id()));
    assertThat(write(() -> defaults().of(List.of(two))))
        .containsExactly(Optional.of(new DefaultProfile(younger.id(), false)));
    assertThat(write(() -> defaults().of(List.of()))).isEmpty();
  }

  @Test
  default void aProfileComesBackAsItWasSaved() {
    UserId owner = anAccountOnFile();
    ViewerProfile bare = onFile(aProfile(owner, NOW));
    ViewerProfile full =
        onFile(
            ViewerProfile.restore(
                new ViewerProfile.Snapshot(
                    aProfileId(),
                    owner,
                    new ViewerProfile.Look(
                        "Zoë 🦊",
                        Optional.of(URI.create("https://cdn.example.org/zo%C3%AB.png?a=b#c")),
                        true),
                    Secret.of("salted$hash"),
                    4,
                    NOW.plusSeconds(2),
                    NOW.plusSeconds(1),
                    0)));

    for (ViewerProfile saved : List.of(bare, full)) {
      assertSame(stored(saved), saved);
      assertSame(write(() -> profiles().lock(owner, saved.id()).orElseThrow()), saved);
      assertThat(stored(saved).version()).isEqualTo(1);
    }
    List<ViewerProfile> all = write(() -> profiles().of(owner));
    assertThat(all).hasSize(2);
    assertSame(all.get(0), bare);
    assertSame(all.get(1), full);
  }

  @Test
  default void theProfilesOfAnAccountComeOldestFirst() {
    UserId owner = anAccountOnFile();
    ViewerProfile middle = onFile(aProfile(owner, NOW.plusSeconds(1)));
    ViewerProfile newest = onFile(aProfile(owner, NOW.plusSeconds(2)));
    ViewerProfile oldest = onFile(aProfile(owner, NOW));
    onFile(aProfile(anAccountOnFile(), NOW));

    assertThat(write(() -> profiles().of(owner)))
        .extracting(ViewerProfile::id)
        .containsExactly(oldest.id(), middle.id(), newest.id());
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    change(
        profile,
        found -> {
          found.change(aLook("Grace"));
          found.protect(Optional.of(Secret.of("first$hash")));
          found.tried(false, NOW);
        });

    ViewerProfile.Snapshot isProtected = stored(profile).snapshot();
    assertThat(isProtected.look().name()).isEqualTo("Grace");
    assertThat(isProtected.pinHash()).isEqualTo(Secret.of("first$hash"));
    assertThat(isProtected.wrongPins()).isEqualTo(1);
    assertThat(isProtected.version()).isEqualTo(2);

    change(profile, found -> found.protect(Optional.empty()));

    assertThat(stored(profile).hasPin()).isFalse();
    assertThat(stored(profile).snapshot().wrongPins()).isZero();
  }

  @Test
  default void ofManyTriesAtOnceEachIsCounted() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile(), Secret.of("some$hash")));

    Race.of(
        ViewerProfile.TRIES,
        () -> {
          change(profile, found -> found.tried(false, NOW));
          return true;
        });

    assertThat(stored(profile).lockedUntil()).contains(NOW.plus(ViewerProfile.PAUSE));
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    profile.change(aLook("Grace"));
    run(
        () -> {
          profiles().find(profile.owner(), profile.id()).orElseThrow().change(aLook("Grace"));
          profiles().lock(profile.owner(), profile.id()).orElseThrow().change(aLook("Grace"));
          profiles().of(profile.owner()).forEach(found -> found.change(aLook("Grace")));
        });

    assertThat(stored(profile).look().name()).isEqualTo("Ada");
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    ViewerProfile mine = stored(profile);
    change(profile, found -> found.change(aLook("Theirs")));
    mine.change(aLook("Mine"));

    assertStale(() -> run(() -> profiles().save(mine)));
    assertStale(() -> run(() -> profiles().save(profile)));

    assertThat(stored(profile).look().name()).isEqualTo("Theirs");
  }

  @Test
  default void aProfileThatWasRemovedIsNotSavedAgain() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    ViewerProfile mine = stored(profile);
    run(() -> profiles().remove(profile.id()));

    assertStale(() -> run(() -> profiles().save(mine)));

    assertThat(write(() -> profiles().of(profile.owner()))).isEmpty();
  }

  @Test
  default void aProfileGoesWithItsTokensAndNobodyElses() {
    UserId owner = anAccountOnFile();
    ViewerProfile gone = onFile(aProfile(owner));
    ViewerProfile kept = onFile(aProfile(owner));
    ProfileToken itsToken = onFile(aProfileToken(gone));
    ProfileToken anothers = onFile(aProfileToken(kept));

    run(() -> profiles().remove(gone.id()));
    run(() -> profiles().remove(aProfileId()));

    assertThat(write(() -> profiles().of(owner)))
        .extracting(ViewerProfile::id)
        .containsExactly(kept.id());
    assertThat(token(itsToken.sha256())).isEmpty();
    assertThat(token(anothers.sha256())).contains(anothers);
  }

  @Test
  default void aFailedUnitOfWorkSavesAndRemovesNothing() {
    UserId owner = anAccountOnFile();
    ViewerProfile there = onFile(aProfile(owner));
    ProfileToken token = onFile(aProfileToken(there));

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      profiles().save(aProfile(owner));
                      profiles().remove(there.id());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> profiles().of(owner)))
        .extracting(ViewerProfile::id)
        .containsExactly(there.id());
    assertThat(token(token.sha256())).contains(token);
  }

  @Test
  default void aTokenIsFoundByItsHashAlsoOnceItIsOver() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    ProfileToken over = onFile(aToken(profile, NOW.minus(Duration.ofDays(1))));

    assertThat(token(over.sha256())).contains(over);
    assertThat(token(aTokenHash())).isEmpty();
  }

  @Test
  default void theTokensOfAProfileAreTakenBackTogether() {
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    ProfileToken phone = onFile(aProfileToken(profile));
    ProfileToken tv = onFile(aProfileToken(profile));
    ProfileToken anothers = onFile(aProfileToken(onFile(aProfile(profile.owner()))));

    run(() -> tokens().removeOf(profile.id()));

    assertThat(token(phone.sha256())).isEmpty();
    assertThat(token(tv.sha256())).isEmpty();
    assertThat(token(anothers.sha256())).contains(anothers);
  }

  @Test
  default void tokensThatWereOverBeforeATimeAreForgotten() {
    // Long ago, so that nobody else's were over before.
    Instant then = NOW.minus(Duration.ofDays(1000));
    ViewerProfile profile = onFile(aProfile(anAccountOnFile()));
    ProfileToken old = onFile(aToken(profile, then.minusMillis(1)));
    ProfileToken kept = onFile(aToken(profile, then));

    assertThat(write(() -> tokens().purge(then))).isEqualTo(1);
    assertThat(write(() -> tokens().purge(then))).isZero();

    assertThat(token(old.sha256())).isEmpty();
    assertThat(token(kept.sha256())).contains(kept);
    run(() -> tokens().removeOf(profile.id()));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ViewerProfile some = aProfile(anAccountOnFile());

    assertNeedsUnitOfWork(() -> profiles().find(some.owner(), some.id()));
    assertNeedsUnitOfWork(() -> profiles().lock(some.owner(), some.id()));
    assertNeedsUnitOfWork(() -> profiles().of(some.owner()));
    assertNeedsUnitOfWork(() -> profiles().save(some));
    assertNeedsUnitOfWork(() -> profiles().remove(some.id()));
    assertNeedsUnitOfWork(() -> tokens().add(aProfileToken(some)));
    assertNeedsUnitOfWork(() -> tokens().find(aTokenHash()));
    assertNeedsUnitOfWork(() -> tokens().removeOf(some.id()));
    assertNeedsUnitOfWork(() -> tokens().purge(NOW));
  }

  private static ProfileToken aToken(ViewerProfile profile, Instant until) {
    return new ProfileToken(
        aTokenHash(), profile.id(), profile.owner(), until.minus(Duration.ofDays(30)), until);
  }

  private ViewerProfile onFile(ViewerProfile profile) {
    run(() -> profiles().save(profile));
    return profile;
  }

  private ProfileToken onFile(ProfileToken token) {
    run(() -> tokens().add(token));
    return token;
  }

  private ViewerProfile stored(ViewerProfile profile) {
    return write(() -> profiles().find(profile.owner(), profile.id()).orElseThrow());
  }

  private Optional<ProfileToken> token(String sha256) {
    return write(() -> tokens().find(sha256));
  }

  private void change(ViewerProfile profile, Consumer<ViewerProfile> change) {
    run(
        () -> {
          ViewerProfile found = profiles().lock(profile.owner(), profile.id()).orElseThrow();
          change.accept(found);
          profiles().save(found);
        });
  }

  private static void assertSame(ViewerProfile actual, ViewerProfile expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
