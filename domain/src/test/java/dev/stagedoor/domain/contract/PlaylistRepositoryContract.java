package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylistId;
import static dev.stagedoor.domain.fixture.WatchSamples.aProgramme;
import static dev.stagedoor.domain.fixture.WatchSamples.anAccess;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of playlists must do. */
public interface PlaylistRepositoryContract extends RepositoryContract {
  PlaylistRepository playlists();

  ChannelStore channels();

  @Test
  default void anUnknownPlaylistIsAbsent() {
    onFile(aPlaylist(anAccountOnFile()));

    assertThat(write(() -> playlists().find(aPlaylistId()))).isEmpty();
    assertThat(write(() -> playlists().lock(aPlaylistId()))).isEmpty();
    assertThat(write(() -> playlists().of(anAccountOnFile()))).isEmpty();
  }

  @Test
  default void aPlaylistComesBackAsItWasSaved() {
    Playlist bare =
        onFile(
            Playlist.of(
                aPlaylistId(),
                anAccountOnFile(),
                "Zoë's नमस्ते",
                new PlaylistAccess(
                    Secret.of("http://203.0.113.7/get.php?u=%C3%AB&a=b"),
                    Optional.empty(),
                    Optional.empty()),
                NOW));
    Playlist failed = aPlaylist(anAccountOnFile());
    failed.fetched(1, 12, NOW.plusSeconds(5));
    failed.fetch();
    failed.failed(2, PlaylistProblem.CREDENTIALS_REFUSED);
    onFile(failed);

    for (Playlist saved : List.of(bare, failed)) {
      assertSame(stored(saved.id()), saved);
      assertSame(write(() -> playlists().lock(saved.id()).orElseThrow()), saved);
      assertThat(stored(saved.id()).version()).isEqualTo(1);
    }
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Playlist added = onFile(aPlaylist(anAccountOnFile()));
    PlaylistAccess next = anAccess();

    change(
        added.id(),
        playlist -> {
          playlist.rename("On the road");
          playlist.fetched(1, 3, NOW.plusSeconds(1));
          playlist.change(next);
        });

    Playlist stored = stored(added.id());
    assertThat(stored.name()).isEqualTo("On the road");
    assertThat(stored.access()).isEqualTo(next);
    assertThat(stored.shown()).isEqualTo(1);
    assertThat(stored.edition()).isEqualTo(2);
    assertThat(stored.fetchedAt()).contains(NOW.plusSeconds(1));
    assertThat(stored.version()).isEqualTo(2);
  }

  @Test
  default void everyProblemIsKept() {
    for (PlaylistProblem problem : PlaylistProblem.values()) {
      Playlist playlist = aPlaylist(anAccountOnFile());
      playlist.failed(1, problem);
      onFile(playlist);

      assertThat(stored(playlist.id()).problem()).contains(problem);
    }
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Playlist added = onFile(aPlaylist(anAccountOnFile()));
    added.rename("Another");
    run(() -> playlists().lock(added.id()).orElseThrow().rename("Another"));

    assertThat(stored(added.id()).name()).isEqualTo("At home");
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Playlist added = onFile(aPlaylist(anAccountOnFile()));
    Playlist mine = stored(added.id());
    change(added.id(), playlist -> playlist.rename("Theirs"));
    mine.rename("Mine");

    assertStale(() -> run(() -> playlists().save(mine)));
    assertStale(() -> run(() -> playlists().save(added)));

    assertThat(stored(added.id()).name()).isEqualTo("Theirs");
  }

  @Test
  default void playlistsOfAnAccountAreListedTheOldestFirst() {
    UserId owner = anAccountOnFile();
    Playlist later = onFile(aPlaylist(owner, NOW.plusSeconds(60)));
    Playlist first = onFile(aPlaylist(owner, NOW));
    onFile(aPlaylist(anAccountOnFile()));

    assertThat(write(() -> playlists().of(owner)))
        .extracting(Playlist::id)
        .containsExactly(first.id(), later.id());
  }

  @Test
  default void aRemovedPlaylistIsGoneWithItsChannelsAndItsGuide() {
    UserId owner = anAccountOnFile();
    Playlist removed = onFile(aPlaylist(owner));
    Playlist kept = onFile(aPlaylist(owner));
    for (Playlist playlist : List.of(removed, kept)) {
      run(
          () -> {
            channels().add(playlist.id(), 1, WatchSamples.channels(3));
            channels().addGuide(playlist.id(), 1, List.of(aProgramme("guide.item-1", NOW, "One")));
          });
    }

    run(() -> playlists().remove(removed.id()));
    run(() -> playlists().remove(removed.id()));

    assertThat(write(() -> playlists().find(removed.id()))).isEmpty();
    assertThat(write(() -> channels().find(removed.id(), 1, "item-1"))).isEmpty();
    assertThat(write(() -> playlists().of(owner))).hasSize(1);
    assertThat(write(() -> channels().find(kept.id(), 1, "item-1"))).isPresent();
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Playlist removed = onFile(aPlaylist(anAccountOnFile()));
    Playlist added = aPlaylist(anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      playlists().save(added);
                      playlists().remove(removed.id());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> playlists().find(added.id()))).isEmpty();
    assertThat(write(() -> playlists().find(removed.id()))).isPresent();
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Playlist added = onFile(aPlaylist(anAccountOnFile()));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(added.id(), Playlist::fetch);
          }
          return true;
        });

    assertThat(stored(added.id()).edition()).isEqualTo(21);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Playlist some = aPlaylist(anAccountOnFile());

    assertNeedsUnitOfWork(() -> playlists().find(some.id()));
    assertNeedsUnitOfWork(() -> playlists().lock(some.id()));
    assertNeedsUnitOfWork(() -> playlists().of(some.owner()));
    assertNeedsUnitOfWork(() -> playlists().save(some));
    assertNeedsUnitOfWork(() -> playlists().remove(some.id()));
  }

  private Playlist onFile(Playlist playlist) {
    run(() -> playlists().save(playlist));
    return playlist;
  }

  private Playlist stored(PlaylistId id) {
    return write(() -> playlists().find(id).orElseThrow());
  }

  private void change(PlaylistId id, Consumer<Playlist> change) {
    run(
        () -> {
          Playlist playlist = playlists().lock(id).orElseThrow();
          change.accept(playlist);
          playlists().save(playlist);
        });
  }

  private static void assertSame(Playlist actual, Playlist expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
