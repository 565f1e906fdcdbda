package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.Lounge.as;
import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.tv.Recommendation.Reason;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.WatchProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscoveryServiceTest {
  private static final ProfileChoice NOBODY = ProfileChoice.none();
  private static final List<Channel> SERVICE =
      List.of(
          aChannel("matrix", "The Matrix", Kind.MOVIE, "Science Fiction"),
          aChannel("reloaded", "The Matrix Reloaded", Kind.MOVIE, "Science Fiction"),
          aChannel("casablanca", "Casablanca", Kind.MOVIE, "Classics"),
          aChannel("cartoon", "Cartoon", Kind.MOVIE, "Kids"),
          aChannel("fairy", "Fairy Tale", Kind.MOVIE, "Kids"),
          aChannel("bbc", "BBC One", Kind.CHANNEL, "News"));

  private final Lounge lounge = new Lounge();
  private final DiscoveryService discovery = lounge.house.stagedoor().discovery();

  private Actor subscriber(List<Channel> channels) {
    Actor viewer = lounge.somebody();
    lounge.house.playlistSource().offer(channels);
    PlaylistView unused =
        lounge
            .house
            .stagedoor()
            .playlists()
            .create(viewer, NOBODY, "Mine", WatchSamples.anAccess());
    assertThat(lounge.house.runJobs()).isEmpty();
    return viewer;
  }

  private void watches(Actor viewer, ProfileChoice profile, String item, int seconds) {
    WatchProgress unused =
        lounge
            .house
            .stagedoor()
            .watchProgress()
            .tell(
                viewer,
                profile,
                new TellProgress(
                    item,
                    Optional.empty(),
                    seconds,
                    Optional.of(3600),
                    Optional.empty(),
                    Optional.empty(),
                    "tv"));
  }

  private void crowdWatches(String... items) {
    for (int i = 0; i < 3; i++) {
      Actor viewer = subscriber(SERVICE);
      for (String item : items) {
        watches(viewer, NOBODY, item, 1800);
      }
    }
  }

  private void gathers() {
    lounge.house.clock().advance(Duration.ofMinutes(1));
    lounge.house.runRecurringJobs();
  }

  private static List<String> ids(List<Recommendation> all) {
    return all.stream().map(one -> one.item().itemId()).toList();
  }

  @Test
  void actonMovisFindsActionMovies() {
    Actor viewer = subscriber(List.of(aChannel("1", "Action Movies")));

    assertThat(
            discovery.search(viewer, "acton movis", Optional.empty(), PageRequest.first()).items())
        .extracting(found -> found.item().name())
        .containsExactly("Action Movies");
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> discovery.search(viewer, " ", Optional.empty(), PageRequest.first()));
  }

  @Test
  void whatIsFoundIsTheCallersAlsoAfterTheTrial() {
    Actor viewer = subscriber(SERVICE);
    lounge.endTrials();

    assertThat(
            discovery
                .search(viewer, "matrix", Optional.of(Kind.MOVIE), PageRequest.first())
                .total())
        .isEqualTo(2);
    assertThat(
            discovery
                .search(lounge.somebody(), "matrix", Optional.empty(), PageRequest.first())
                .total())
        .isZero();
  }

  @Test
  void ofWhomNothingIsKnownIsShownWhatManyWatchAndThenWhatIsNew() {
    crowdWatches("casablanca");
    gathers();
    Actor newcomer = subscriber(SERVICE);

    List<Recommendation> found = discovery.forYou(newcomer, NOBODY, 3);
    assertThat(ids(found)).containsExactly("casablanca", "matrix", "reloaded");
    assertThat(found)
        .extracting(Recommendation::reason)
        .containsExactly(Reason.TRENDING, Reason.NEWEST, Reason.NEWEST);
    assertThat(found).allMatch(one -> one.because().isEmpty());
    assertThat(discovery.forYou(lounge.somebody(), NOBODY, 3)).isEmpty();
  }

  @Test
  void whoWatchedIsShownWhatOthersWatchedWhoDidAndWhatIsAlike() {
    crowdWatches("matrix", "casablanca");
    Actor viewer = subscriber(SERVICE);
    watches(viewer, NOBODY, "matrix", 600);
    gathers();

    List<Recommendation> found = discovery.forYou(viewer, NOBODY, 2);
    assertThat(ids(found)).containsExactly("casablanca", "reloaded");
    assertThat(found)
        .extracting(Recommendation::reason)
        .containsExactly(Reason.WATCHED_TOGETHER, Reason.ALIKE);
    assertThat(found).extracting(Recommendation::because).containsOnly(Optional.of("The Matrix"));
    assertThat(ids(discovery.forYou(viewer, NOBODY, 100))).doesNotContain("matrix");
  }

  @Test
  void whatIsCompletedIsNotRecommended() {
    crowdWatches("matrix", "casablanca");
    Actor viewer = subscriber(SERVICE);
    watches(viewer, NOBODY, "casablanca", 3600);
    watches(viewer, NOBODY, "matrix", 600);
    gathers();

    assertThat(ids(discovery.forYou(viewer, NOBODY, 100)))
        .contains("reloaded")
        .doesNotContain("casablanca", "matrix");
    assertThat(ids(discovery.similar(viewer, NOBODY, "matrix", 100))).containsExactly("reloaded");
  }

  @Test
  void similarIsWhatBelongsToOneThing() {
    crowdWatches("matrix", "casablanca");
    gathers();
    Actor viewer = subscriber(SERVICE);

    assertThat(ids(discovery.similar(viewer, NOBODY, "matrix", 9)))
        .containsExactly("casablanca", "reloaded");
    assertThat(discovery.similar(viewer, NOBODY, "bbc", 9)).isEmpty();
    assertRefused(CommonError.NOT_FOUND, () -> discovery.similar(viewer, NOBODY, "nothing", 9));
    assertRefused(
        CommonError.NOT_FOUND, () -> discovery.similar(lounge.somebody(), NOBODY, "matrix", 9));
    assertRefused(CommonError.INVALID_VALUE, () -> discovery.similar(viewer, NOBODY, " ", 9));
  }

  @Test
  void kidsAreShownWhatIsInTheGroupsTheyWatch() {
    crowdWatches("matrix", "cartoon", "fairy");
    gathers();
    lounge.house.playlistSource().offer(SERVICE);
    PlaylistView unused =
        lounge
            .house
            .stagedoor()
            .playlists()
            .create(lounge.viewer, NOBODY, "Mine", WatchSamples.anAccess());
    assertThat(lounge.house.runJobs()).isEmpty();
    ProfileId kids = lounge.kids(Optional.empty());

    assertThat(discovery.forYou(lounge.viewer, as(kids), 9)).isEmpty();
    watches(lounge.viewer, as(kids), "cartoon", 600);
    assertThat(ids(discovery.forYou(lounge.viewer, as(kids), 9))).containsExactly("fairy");
    assertThat(discovery.trending(lounge.viewer, as(kids), TrendWindow.DAY, Optional.empty(), 9))
        .extracting(one -> one.item().itemId())
        .containsExactlyInAnyOrder("cartoon", "fairy");
    assertThat(discovery.trending(lounge.viewer, NOBODY, TrendWindow.DAY, Optional.empty(), 9))
        .hasSize(3);
    ProfileId locked = lounge.kids(Optional.of(Lounge.PIN));
    assertRefused(TvError.PIN_NEEDED, () -> discovery.forYou(lounge.viewer, as(locked), 9));
  }

  @Test
  void aTrendIsNoMore() {
    crowdWatches("matrix");
    gathers();
    Actor viewer = subscriber(SERVICE);
    assertThat(discovery.trending(viewer, NOBODY, TrendWindow.DAY, Optional.of("movie"), 9))
        .hasSize(1);

    lounge.house.clock().advance(Duration.ofDays(2));
    gathers();
    assertThat(discovery.trending(viewer, NOBODY, TrendWindow.DAY, Optional.empty(), 9)).isEmpty();
    assertThat(discovery.trending(viewer, NOBODY, TrendWindow.WEEK, Optional.empty(), 9))
        .hasSize(1);
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> discovery.trending(viewer, NOBODY, TrendWindow.DAY, Optional.of(" "), 9));
  }
}
