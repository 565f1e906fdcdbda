package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Stamp;
import dev.stagedoor.domain.tv.Telling;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** People who watch, at a time and of titles that no other crowd has. */
public final class Crowd {
  private static final AtomicInteger CROWDS = new AtomicInteger();

  /** When they watch; what is asked of them is asked then. */
  public final Instant now;

  private final String mark;
  private final RepositoryContract store;
  private final TvPorts ports;

  public Crowd(RepositoryContract store, TvPorts ports) {
    int number = CROWDS.incrementAndGet();
    this.mark = "crowd" + number;
    this.now = Samples.NOW.plus(Duration.ofDays(60L * number));
    this.store = store;
    this.ports = ports;
  }

  /** Makes a name that no other crowd knows. */
  public String title(String name) {
    return name + " " + mark;
  }

  /** Somebody with a film of each title in the group Films. */
  public Audience has(String... titles) {
    Audience viewer = somebody(false);
    PlaylistId unused =
        playlist(
            viewer.owner(),
            List.of(titles).stream()
                .map(
                    title ->
                        WatchSamples.aChannel(id(title), title(title), Channel.Kind.MOVIE, "Films"))
                .toList());
    return viewer;
  }

  public Audience somebody(boolean isKids) {
    UserId owner = store.anAccountOnFile();
    return new Audience(owner, profile(owner, isKids), isKids);
  }

  private ProfileId profile(UserId owner, boolean isKids) {
    ViewerProfile profile =
        ViewerProfile.of(
            TvSamples.aProfileId(),
            owner,
            new ViewerProfile.Look("Ada", Optional.empty(), isKids),
            Optional.empty(),
            now);
    store.run(() -> ports.profiles().save(profile));
    return profile.id();
  }

  /** Another profile of the same account. */
  public Audience beside(Audience viewer, boolean isKids) {
    return new Audience(viewer.owner(), profile(viewer.owner(), isKids), isKids);
  }

  public PlaylistId playlist(UserId owner, List<Channel> channels) {
    Playlist playlist = aPlaylist(owner, now);
    playlist.fetched(1, channels.size(), now);
    store.run(() -> ports.playlists().save(playlist));
    store.run(() -> ports.channels().add(playlist.id(), 1, channels));
    return playlist.id();
  }

  /** Names a thing; each service names it otherwise. */
  public static String id(String title) {
    return "movie:" + title;
  }

  /** Somebody watches the half of it, an hour ago. */
  public void watches(Audience viewer, String... titles) {
    for (String title : titles) {
      watches(viewer, title, 1800, now.minus(Duration.ofHours(1)));
    }
  }

  public void watches(Audience viewer, String title, int seconds, Instant at) {
    tells(viewer, id(title), seconds, at);
  }

  public void completes(Audience viewer, String itemId) {
    tells(viewer, itemId, 3600, now);
  }

  private void tells(Audience viewer, String itemId, int seconds, Instant at) {
    Watched watched =
        new Watched(itemId, Optional.of("movie"), seconds, Optional.of(3600), new Stamp(at, "tv"));
    store.run(
        () -> {
          var unused =
              ports
                  .progress()
                  .tell(List.of(new Telling(viewer.owner(), viewer.profile(), watched, at)));
        });
  }

  public void likes(Audience viewer, String title) {
    store.run(
        () -> {
          Favorite unused =
              ports
                  .favorites()
                  .save(
                      new Favorite(
                          viewer.profile(),
                          id(title),
                          "movie",
                          title(title),
                          Optional.empty(),
                          now));
        });
  }

  /** Has everything gathered and ranked, a few at a time. */
  public void gather(int most) {
    int read = most;
    while (read >= most) {
      read = store.write(() -> ports.viewings().gather(now, most));
    }
    rank();
  }

  public void rank() {
    for (TrendWindow window : TrendWindow.values()) {
      store.run(() -> ports.viewings().rank(window, now));
    }
  }
}
