package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;
import static dev.stagedoor.domain.fixture.WatchSamples.anAccess;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.CommonError;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlaylistTest {
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void aNewPlaylistAwaitsItsFirstFetchAndShowsNothing() {
    Playlist playlist = aPlaylist(aUserId());

    assertThat(playlist.status()).isEqualTo(Playlist.Status.FETCHING);
    assertThat(playlist.awaits(1)).isTrue();
    assertThat(playlist.awaits(0)).isFalse();
    assertThat(playlist.shown()).isZero();
    assertThat(playlist.fetchedAt()).isEmpty();
  }

  @Test
  void whatAFetchBroughtIsShown() {
    Playlist playlist = aPlaylist(aUserId());

    assertThat(playlist.fetched(1, 12, LATER)).isTrue();

    assertThat(playlist.status()).isEqualTo(Playlist.Status.READY);
    assertThat(playlist.shown()).isEqualTo(1);
    assertThat(playlist.channels()).isEqualTo(12);
    assertThat(playlist.fetchedAt()).contains(LATER);
    assertThat(playlist.awaits(1)).isFalse();
  }

  @Test
  void aFetchThatWasOvertakenCountsNoMore() {
    Playlist playlist = aPlaylist(aUserId());
    playlist.fetch();

    assertThat(playlist.fetched(1, 12, LATER)).isFalse();
    playlist.failed(1, PlaylistProblem.UNREACHABLE);

    assertThat(playlist.status()).isEqualTo(Playlist.Status.FETCHING);
    assertThat(playlist.shown()).isZero();
    assertThat(playlist.problem()).isEmpty();
    assertThat(playlist.fetched(2, 7, LATER)).isTrue();
    assertThat(playlist.shown()).isEqualTo(2);
  }

  @Test
  void aFetchThatFailsLeavesWhatIsShownAndSaysWhy() {
    Playlist playlist = aPlaylist(aUserId());
    playlist.fetched(1, 12, LATER);
    playlist.fetch();

    playlist.failed(2, PlaylistProblem.CREDENTIALS_REFUSED);

    assertThat(playlist.status()).isEqualTo(Playlist.Status.FAILED);
    assertThat(playlist.problem()).contains(PlaylistProblem.CREDENTIALS_REFUSED);
    assertThat(playlist.shown()).isEqualTo(1);
    assertThat(playlist.channels()).isEqualTo(12);
    assertThat(playlist.fetchedAt()).contains(LATER);
    assertThat(playlist.fetched(2, 5, LATER)).isFalse();
  }

  @Test
  void aFetchThatSucceedsForgetsTheProblem() {
    Playlist playlist = aPlaylist(aUserId());
    playlist.failed(1, PlaylistProblem.EMPTY);
    playlist.fetch();

    playlist.fetched(2, 3, LATER);

    assertThat(playlist.problem()).isEmpty();
    assertThat(playlist.status()).isEqualTo(Playlist.Status.READY);
  }

  @Test
  void anotherAccessBeginsToFetchAndAnotherNameDoesNot() {
    Playlist playlist = aPlaylist(aUserId());
    playlist.fetched(1, 12, LATER);

    playlist.rename("  On the road ");
    assertThat(playlist.name()).isEqualTo("On the road");
    assertThat(playlist.status()).isEqualTo(Playlist.Status.READY);

    PlaylistAccess next = anAccess();
    playlist.change(next);
    assertThat(playlist.access()).isEqualTo(next);
    assertThat(playlist.awaits(2)).isTrue();
    assertThat(playlist.shown()).isEqualTo(1);
  }

  @Test
  void aNameIsThereAndNotTooLong() {
    Playlist playlist = aPlaylist(aUserId());

    assertRefused(CommonError.INVALID_VALUE, () -> playlist.rename(" "));
    assertRefused(CommonError.INVALID_VALUE, () -> playlist.rename("n".repeat(101)));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> Playlist.of(WatchSamples.aPlaylistId(), aUserId(), "", anAccess(), NOW));
    assertThat(playlist.name()).isEqualTo("At home");
  }
}
