package dev.stagedoor.application.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fake.FakePlaylistSource;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Somebody who watches, and the service their playlists come from. */
abstract class PlaylistScene {
  static final ProfileChoice NOBODY = ProfileChoice.none();
  static final PageRequest MANY = new PageRequest(1, 1000);
  static final ChannelSearch ALL =
      new ChannelSearch(Optional.empty(), Optional.empty(), Optional.empty());
  static final PlaylistAccess ACCESS =
      new PlaylistAccess(
          Secret.of("http://iptv.example.org:8080/get.php?username=john&password=in-the-address"),
          Optional.of("john_iptv"),
          Optional.of(Secret.of("iptv_pass_2024")));

  final Lounge lounge = new Lounge();
  final InMemoryStagedoor house = lounge.house;
  final PlaylistService playlists = house.stagedoor().playlists();
  final FakePlaylistSource source = house.playlistSource();
  final Actor viewer = lounge.viewer;

  PlaylistId create(Actor who) {
    house.clock().advance(Duration.ofSeconds(1));
    return new PlaylistId(playlists.create(who, NOBODY, "Premium IPTV", ACCESS).id());
  }

  PlaylistId fetched(int channels) {
    source.offer(WatchSamples.channels(channels));
    PlaylistId id = create(viewer);
    assertThat(house.runJobs()).isEmpty();
    return id;
  }

  PlaylistView get(PlaylistId id) {
    return playlists.get(viewer, NOBODY, id);
  }

  List<String> channels(PlaylistId id) {
    return playlists.channels(viewer, id, ALL, MANY).items().stream()
        .map(ChannelView::itemId)
        .toList();
  }

  Playlist stored(PlaylistId id) {
    return house.unitOfWork().read(() -> house.tv().playlists().find(id).orElseThrow());
  }

  /** Returns how many channels each edition that was ever begun has in the store. */
  List<Integer> editions(PlaylistId id) {
    int last = stored(id).edition();
    return house
        .unitOfWork()
        .read(
            () ->
                IntStream.rangeClosed(0, last)
                    .mapToObj(edition -> house.tv().channels().channels(id, edition).size())
                    .filter(size -> size > 0)
                    .toList());
  }

  static ChangePlaylist url(String url) {
    return new ChangePlaylist(
        Optional.empty(), Optional.of(Secret.of(url)), Optional.empty(), Optional.empty());
  }
}
