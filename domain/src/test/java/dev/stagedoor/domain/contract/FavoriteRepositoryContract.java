package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aProfile;
import static dev.stagedoor.domain.fixture.TvSamples.aProfileId;
import static dev.stagedoor.domain.fixture.WatchSamples.aFavorite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of favorites must do. */
public interface FavoriteRepositoryContract extends RepositoryContract {
  FavoriteRepository favorites();

  ViewerProfileRepository profiles();

  @Test
  default void aFavoriteComesBackAsItWasSaved() {
    ProfileId profile = aProfileOf(anAccountOnFile());
    Favorite bare =
        new Favorite(profile, "tvg:नमस्ते", "channel", "Zoë \"1\"", Optional.empty(), NOW);
    Favorite full = aFavorite(profile, "movie-1");

    assertThat(save(bare)).isEqualTo(bare);
    assertThat(save(full)).isEqualTo(full);

    assertThat(write(() -> favorites().find(profile, bare.itemId()))).contains(bare);
    assertThat(write(() -> favorites().find(profile, "movie-1"))).contains(full);
    assertThat(write(() -> favorites().find(profile, "MOVIE-1"))).isEmpty();
    assertThat(write(() -> favorites().find(aProfileId(), "movie-1"))).isEmpty();
  }

  @Test
  default void oneThatIsThereTakesTheNewNameAndKeepsItsTime() {
    ProfileId profile = aProfileOf(anAccountOnFile());
    save(aFavorite(profile, "item"));
    Favorite next =
        new Favorite(profile, "item", "episode", "Another", Optional.empty(), NOW.plusSeconds(60));

    Favorite saved = save(next);

    assertThat(saved)
        .isEqualTo(new Favorite(profile, "item", "episode", "Another", Optional.empty(), NOW));
    assertThat(list(profile, Optional.empty()).items()).containsExactly(saved);
  }

  @Test
  default void favoritesOfOneProfileAreListedTheNewestFirst() {
    UserId owner = anAccountOnFile();
    ProfileId profile = aProfileOf(owner);
    Favorite first = save(aFavorite(profile, "b", NOW));
    Favorite second = save(aFavorite(profile, "a", NOW.plusSeconds(1)));
    Favorite third =
        save(new Favorite(profile, "c", "channel", "News", Optional.empty(), NOW.plusSeconds(2)));
    save(aFavorite(aProfileOf(owner), "d"));

    assertThat(list(profile, Optional.empty()).items()).containsExactly(third, second, first);
    assertThat(list(profile, Optional.of("movie")).items()).containsExactly(second, first);
    assertThat(list(profile, Optional.of("Movie")).items()).isEmpty();
    Page<Favorite> page =
        write(() -> favorites().list(profile, Optional.empty(), new PageRequest(2, 2)));
    assertThat(page.items()).containsExactly(first);
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  default void thoseOfAllProfilesOfAnAccountAreCounted() {
    UserId owner = anAccountOnFile();
    ProfileId mine = aProfileOf(owner);
    save(aFavorite(mine, "a"));
    save(aFavorite(mine, "b"));
    save(aFavorite(mine, "b"));
    save(aFavorite(aProfileOf(owner), "a"));
    save(aFavorite(aProfileOf(anAccountOnFile()), "a"));

    assertThat(count(owner)).isEqualTo(3);
    assertThat(count(anAccountOnFile())).isZero();
  }

  @Test
  default void aFavoriteIsRemovedFromOneProfileAlone() {
    UserId owner = anAccountOnFile();
    ProfileId mine = aProfileOf(owner);
    ProfileId other = aProfileOf(owner);
    save(aFavorite(mine, "a"));
    save(aFavorite(other, "a"));

    run(() -> favorites().remove(mine, "a"));
    run(() -> favorites().remove(mine, "a"));

    assertThat(list(mine, Optional.empty()).items()).isEmpty();
    assertThat(count(owner)).isEqualTo(1);
  }

  @Test
  default void favoritesGoWithTheirProfile() {
    UserId owner = anAccountOnFile();
    ProfileId gone = aProfileOf(owner);
    save(aFavorite(gone, "a"));
    save(aFavorite(aProfileOf(owner), "a"));

    run(() -> profiles().remove(gone));

    assertThat(write(() -> favorites().find(gone, "a"))).isEmpty();
    assertThat(list(gone, Optional.empty()).total()).isZero();
    assertThat(count(owner)).isEqualTo(1);
  }

  @Test
  default void oneThatIsSavedByManyAtOnceIsThereOnce() {
    UserId owner = anAccountOnFile();
    ProfileId profile = aProfileOf(owner);
    AtomicInteger later = new AtomicInteger();

    assertThat(
            Race.of(
                8, () -> save(aFavorite(profile, "a", NOW.plusSeconds(later.getAndIncrement())))))
        .extracting(Favorite::addedAt)
        .containsOnly(write(() -> favorites().find(profile, "a")).orElseThrow().addedAt());

    assertThat(count(owner)).isEqualTo(1);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ProfileId profile = aProfileOf(anAccountOnFile());

    assertNeedsUnitOfWork(() -> favorites().find(profile, "a"));
    assertNeedsUnitOfWork(() -> favorites().save(aFavorite(profile, "a")));
    assertNeedsUnitOfWork(() -> favorites().list(profile, Optional.empty(), PageRequest.first()));
    assertNeedsUnitOfWork(() -> favorites().count(anAccountOnFile()));
    assertNeedsUnitOfWork(() -> favorites().remove(profile, "a"));
  }

  private ProfileId aProfileOf(UserId owner) {
    ViewerProfile profile = aProfile(owner);
    run(() -> profiles().save(profile));
    return profile.id();
  }

  private Favorite save(Favorite favorite) {
    return write(() -> favorites().save(favorite));
  }

  private int count(UserId owner) {
    return write(() -> favorites().count(owner));
  }

  private Page<Favorite> list(ProfileId profile, Optional<String> type) {
    return write(() -> favorites().list(profile, type, PageRequest.first()));
  }
}
