package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylistId;
import static dev.stagedoor.domain.fixture.WatchSamples.aProgramme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of channels must do; what it has of them is listed by its queries. */
public interface ChannelStoreContract extends RepositoryContract {
  PlaylistRepository playlists();

  ChannelStore channels();

  @Test
  default void aChannelComesBackAsItWasAdded() {
    PlaylistId playlist = aPlaylistOnFile();
    Channel bare =
        new Channel(
            "tvg:नमस्ते/1",
            Channel.Kind.EPISODE,
            "Zoë \"Light\" \uD83D\uDCFA {a,b} \\",
            "",
            Optional.empty(),
            Optional.empty(),
            Secret.of("http://203.0.113.7/live/ada/w%C3%B6rd/1.ts"));
    Channel full = aChannel("2", "Two", Channel.Kind.MOVIE, "NULL");

    assertThat(add(playlist, 1, List.of(bare, full))).isEqualTo(2);

    assertThat(found(playlist, 1, bare.itemId())).contains(bare);
    assertThat(found(playlist, 1, full.itemId())).contains(full);
  }

  @Test
  default void aChannelOfAnotherPlaylistOrEditionIsAbsent() {
    PlaylistId playlist = aPlaylistOnFile();
    PlaylistId other = aPlaylistOnFile();
    add(playlist, 2, WatchSamples.channels(1));

    assertThat(found(playlist, 2, "item-1")).isPresent();
    assertThat(found(playlist, 1, "item-1")).isEmpty();
    assertThat(found(other, 2, "item-1")).isEmpty();
    assertThat(found(playlist, 2, "item-2")).isEmpty();
    assertThat(found(playlist, 2, "ITEM-1")).isEmpty();
  }

  @Test
  default void theFirstOfSeveralWithOneItemIdIsKept() {
    PlaylistId playlist = aPlaylistOnFile();
    Channel first = aChannel("1", "First");

    assertThat(add(playlist, 1, List.of(first, aChannel("1", "Again"), aChannel("2", "Two"))))
        .isEqualTo(2);
    assertThat(add(playlist, 1, List.of(aChannel("1", "Later"), aChannel("3", "Three"))))
        .isEqualTo(1);

    assertThat(found(playlist, 1, "1")).contains(first);
    assertThat(found(playlist, 1, "3")).contains(aChannel("3", "Three"));
    assertThat(add(playlist, 2, List.of(aChannel("1", "Later")))).isEqualTo(1);
  }

  @Test
  default void nothingIsAddedToAPlaylistThatIsNotThere() {
    PlaylistId removed = aPlaylistOnFile();
    run(() -> playlists().remove(removed));

    for (PlaylistId gone : List.of(removed, aPlaylistId())) {
      run(() -> channels().addGuide(gone, 1, List.of(aProgramme("guide", NOW, "One"))));
      assertThat(add(gone, 1, WatchSamples.channels(3))).isZero();
      assertThat(found(gone, 1, "item-1")).isEmpty();
    }
  }

  @Test
  default void allEditionsButOneAreRemoved() {
    PlaylistId playlist = aPlaylistOnFile();
    PlaylistId other = aPlaylistOnFile();
    for (int edition = 1; edition <= 3; edition++) {
      add(playlist, edition, WatchSamples.channels(2));
    }
    add(other, 1, WatchSamples.channels(2));

    run(() -> channels().keepOnly(playlist, 2));

    assertThat(found(playlist, 1, "item-1")).isEmpty();
    assertThat(found(playlist, 2, "item-1")).isPresent();
    assertThat(found(playlist, 3, "item-1")).isEmpty();
    assertThat(found(other, 1, "item-1")).isPresent();
  }

  @Test
  default void anEditionThatIsClearedBeginsAnew() {
    PlaylistId playlist = aPlaylistOnFile();
    add(playlist, 1, WatchSamples.channels(2));
    add(playlist, 2, WatchSamples.channels(2));

    run(() -> channels().clear(playlist, 2));

    assertThat(found(playlist, 1, "item-1")).isPresent();
    assertThat(found(playlist, 2, "item-1")).isEmpty();
    assertThat(add(playlist, 2, WatchSamples.channels(2))).isEqualTo(2);
  }

  @Test
  default void aFailedUnitOfWorkAddsNothing() {
    PlaylistId playlist = aPlaylistOnFile();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      channels().add(playlist, 1, WatchSamples.channels(2));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(found(playlist, 1, "item-1")).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    PlaylistId playlist = aPlaylistOnFile();

    assertNeedsUnitOfWork(() -> channels().add(playlist, 1, WatchSamples.channels(1)));
    assertNeedsUnitOfWork(
        () -> channels().addGuide(playlist, 1, List.of(aProgramme("guide", NOW, "One"))));
    assertNeedsUnitOfWork(() -> channels().keepOnly(playlist, 1));
    assertNeedsUnitOfWork(() -> channels().clear(playlist, 1));
    assertNeedsUnitOfWork(() -> channels().find(playlist, 1, "item-1"));
  }

  private PlaylistId aPlaylistOnFile() {
    Playlist playlist = aPlaylist(anAccountOnFile());
    run(() -> playlists().save(playlist));
    return playlist.id();
  }

  private int add(PlaylistId playlist, int edition, List<Channel> some) {
    return write(() -> channels().add(playlist, edition, some));
  }

  private Optional<Channel> found(PlaylistId playlist, int edition, String itemId) {
    return write(() -> channels().find(playlist, edition, itemId));
  }
}
