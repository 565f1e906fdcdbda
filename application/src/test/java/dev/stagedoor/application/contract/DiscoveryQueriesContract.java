package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.Candidate;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.Seed;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.application.tv.TrendingItem.Trend;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import dev.stagedoor.domain.tv.PlaylistId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything that knows what many people watch must do, and gather. */
public interface DiscoveryQueriesContract extends RepositoryContract {
  TvPorts ports();

  private DiscoveryQueries queries() {
    return ports().discovery();
  }

  @Test
  default void whatMostWatchedTrends() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 4; i++) {
      Audience viewer = crowd.has("A", "B");
      crowd.watches(viewer, i == 0 ? new String[] {"A"} : new String[] {"A", "B"});
    }
    Audience asks = crowd.has("B", "A", "C");
    crowd.gather(100);

    List<TrendingItem> found = trending(asks, TrendWindow.DAY);
    assertThat(found)
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("A"), crowd.title("B"));
    assertThat(found).extracting(TrendingItem::viewers).containsExactly(4, 3);
    assertThat(found).extracting(TrendingItem::trend).containsOnly(Trend.NEW);
    assertThat(found.get(0).item().itemId()).isEqualTo(Crowd.id("A"));
    assertThat(found.get(0).item().playlist()).isPresent();
    assertThat(trending(asks, TrendWindow.WEEK)).isEqualTo(found);
    assertThat(write(() -> queries().trending(asks, TrendWindow.DAY, Optional.of("channel"), 10)))
        .isEmpty();
    assertThat(write(() -> queries().trending(asks, TrendWindow.DAY, Optional.of("movie"), 1)))
        .hasSize(1);
  }

  @Test
  default void whatFewerThanThreeAccountsWatchIsNotShown() {
    Crowd crowd = new Crowd(this, ports());
    Audience one = crowd.has("A");
    for (Audience profile : List.of(one, crowd.beside(one, false), crowd.beside(one, true))) {
      crowd.watches(profile, "A");
    }
    crowd.watches(crowd.has("A"), "A");
    crowd.gather(100);

    assertThat(trending(one, TrendWindow.DAY)).isEmpty();
    Audience third = crowd.has("A");
    crowd.watches(third, "A", 1900, crowd.now);
    crowd.gather(100);
    assertThat(trending(one, TrendWindow.DAY)).hasSize(1);
  }

  @Test
  default void nobodyIsShownWhatTheyDoNotHave() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      crowd.watches(crowd.has("A", "B"), "A", "B");
    }
    Audience has = crowd.has("B");
    Audience likes = crowd.somebody(false);
    crowd.likes(likes, "A");
    crowd.watches(has, "B");
    crowd.gather(100);

    assertThat(trending(has, TrendWindow.DAY))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("B"));
    assertThat(trending(likes, TrendWindow.DAY))
        .extracting(TrendingItem::item)
        .containsExactly(
            new ItemView(
                Crowd.id("A"), "movie", crowd.title("A"), "", Optional.empty(), Optional.empty()));
    assertThat(trending(crowd.somebody(false), TrendWindow.DAY)).isEmpty();
    assertThat(trending(crowd.beside(likes, false), TrendWindow.DAY)).isEmpty();
    assertThat(together(has, "B")).isEmpty();
    assertThat(together(crowd.has("A", "B"), "B")).hasSize(1);
  }

  @Test
  default void capitalsOfAllLettersAreTheSameAsSmallOnes() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      crowd.watches(crowd.has("Élite ΟΔΟΣ"), "Élite ΟΔΟΣ");
    }
    Audience likes = crowd.somebody(false);
    crowd.likes(likes, "ÉLITE ΟΔΟΣ");
    crowd.gather(100);

    assertThat(trending(likes, TrendWindow.DAY))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("ÉLITE ΟΔΟΣ"));
  }

  @Test
  default void whatWasWatchedLongAgoCountsLessAndThenNotAtAll() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 4; i++) {
      Audience viewer = crowd.has("Old", "New", "Gone");
      crowd.watches(viewer, "Gone", 600, crowd.now.minus(Duration.ofDays(8)));
      crowd.watches(viewer, "Old", 600, crowd.now.minus(Duration.ofDays(6)));
      if (i > 0) {
        crowd.watches(viewer, "New", 600, crowd.now.minus(Duration.ofHours(2)));
      }
    }
    crowd.gather(100);

    Audience asks = crowd.has("Old", "New", "Gone");
    assertThat(trending(asks, TrendWindow.WEEK))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("New"), crowd.title("Old"));
    assertThat(trending(asks, TrendWindow.DAY))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("New"));
  }

  @Test
  default void aTrendIsBesideTheSameTimeBefore() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people =
        List.of(
            crowd.has("Up", "Down", "Same"),
            crowd.has("Up", "Down", "Same"),
            crowd.has("Up", "Down", "Same"),
            crowd.has("Up", "Down", "Same"));
    Duration before = Duration.ofHours(36);
    for (int i = 0; i < 4; i++) {
      crowd.watches(people.get(i), "Down", 600, crowd.now.minus(before));
      if (i < 3) {
        crowd.watches(people.get(i), "Up", 600, crowd.now.minus(before));
        crowd.watches(people.get(i), "Same", 600, crowd.now.minus(before));
      }
    }
    crowd.gather(3);
    for (int i = 0; i < 4; i++) {
      crowd.watches(people.get(i), "Up", 1200, crowd.now.minusSeconds(600));
      if (i < 3) {
        crowd.watches(people.get(i), "Down", 1200, crowd.now.minusSeconds(600));
        crowd.watches(people.get(i), "Same", 1200, crowd.now.minusSeconds(600));
      }
    }
    crowd.gather(3);

    assertThat(trending(people.get(0), TrendWindow.DAY))
        .extracting(TrendingItem::trend)
        .containsExactlyInAnyOrder(Trend.UP, Trend.DOWN, Trend.STEADY);
    assertThat(trending(people.get(0), TrendWindow.DAY).get(0).trend()).isEqualTo(Trend.UP);
  }

  @Test
  default void whatTheSamePeopleWatchedBelongsTogether() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      crowd.watches(crowd.has("A", "B", "C"), "A", "B");
    }
    crowd.watches(crowd.has("A", "B", "C"), "A", "C");
    crowd.watches(crowd.has("A", "B", "C"), "C", "A");
    crowd.gather(2);
    Audience asks = crowd.has("C", "B", "A");

    List<Candidate> found = together(asks, "A", "C");
    assertThat(found).extracting(one -> one.item().name()).containsExactly(crowd.title("B"));
    assertThat(found.get(0).because()).isEqualTo(crowd.title("A"));
    // Three of the five who watched one, and of the three who watched the other.
    assertThat(found.get(0).score()).isEqualTo(775);
    crowd.watches(asks, "B", 3599, crowd.now);
    assertThat(together(asks, "A")).isEmpty();
    assertThat(together(crowd.beside(asks, false), "A")).hasSize(1);
    assertThat(write(() -> queries().watchedTogether(asks, List.of(), 10))).isEmpty();
  }

  @Test
  default void whatOneServiceCallsOtherwiseIsTheSameByItsName() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      crowd.watches(crowd.has("A"), "A");
    }
    Audience asks = crowd.somebody(false);
    PlaylistId unused =
        crowd.playlist(
            asks.owner(),
            List.of(
                // The same id at another service is another thing.
                aChannel(Crowd.id("A"), crowd.title("Other"), Kind.MOVIE, "Films"),
                aChannel("movie:4711", crowd.title("A").toUpperCase(), Kind.MOVIE, "Kino"),
                aChannel("7", crowd.title("A"), Kind.CHANNEL, "Kino")));
    crowd.gather(100);

    assertThat(trending(asks, TrendWindow.DAY))
        .extracting(one -> one.item().itemId())
        .containsExactly("movie:4711");
  }

  @Test
  default void whatWasWatchedIsFoundTheLastFirst() {
    Crowd crowd = new Crowd(this, ports());
    Audience viewer = crowd.has("A", "B");
    crowd.likes(viewer, "Liked");
    crowd.watches(viewer, "A", 60, crowd.now.minusSeconds(300));
    crowd.watches(viewer, "Nowhere", 60, crowd.now.minusSeconds(200));
    crowd.watches(viewer, "Liked", 60, crowd.now.minusSeconds(100));
    crowd.watches(viewer, "B", 60, crowd.now);

    assertThat(write(() -> queries().watched(viewer, 10)))
        .containsExactly(
            new Seed("movie", crowd.title("B"), "Films"),
            new Seed("movie", crowd.title("Liked"), ""),
            new Seed("movie", crowd.title("A"), "Films"));
    assertThat(write(() -> queries().watched(viewer, 1))).hasSize(1);
    assertThat(write(() -> queries().watched(crowd.beside(viewer, false), 9))).isEmpty();
    assertThat(write(() -> queries().find(viewer, Crowd.id("A"))))
        .contains(new Seed("movie", crowd.title("A"), "Films"));
    assertThat(write(() -> queries().find(viewer, Crowd.id("Liked")))).isPresent();
    assertThat(write(() -> queries().find(viewer, Crowd.id("C")))).isEmpty();
    assertThat(write(() -> queries().find(crowd.has("C"), Crowd.id("A")))).isEmpty();
  }

  @Test
  default void whatIsCalledAlikeOrInTheSameGroupIsAlike() {
    Crowd crowd = new Crowd(this, ports());
    Audience viewer = crowd.somebody(false);
    PlaylistId unused =
        crowd.playlist(
            viewer.owner(),
            List.of(
                aChannel("1", "The Matrix", Kind.MOVIE, "Science Fiction"),
                aChannel("2", "The Matrix Reloaded", Kind.MOVIE, "Films"),
                aChannel("3", "Solaris", Kind.MOVIE, "Science Fiction"),
                aChannel("4", "The Matrix Revolutions", Kind.MOVIE, "Science Fiction"),
                aChannel("5", "Casablanca", Kind.MOVIE, "Films"),
                aChannel("6", "The Matrix", Kind.MOVIE, "Films"),
                aChannel("7", "The Matrix TV", Kind.CHANNEL, "Science Fiction")));
    Seed seed = new Seed("movie", "The Matrix", "Science Fiction");

    List<Candidate> found = write(() -> queries().alike(viewer, seed, 10));
    assertThat(found).extracting(one -> one.item().itemId()).containsExactly("4", "2", "3");
    assertThat(found).allMatch(one -> one.because().equals("The Matrix") && one.score() <= 850);
    assertThat(write(() -> queries().alike(viewer, seed, 1))).hasSize(1);
    assertThat(write(() -> queries().alike(crowd.has("A"), seed, 10))).isEmpty();
    crowd.completes(viewer, "4");
    assertThat(write(() -> queries().alike(viewer, seed, 10)))
        .extracting(one -> one.item().itemId())
        .containsExactly("2", "3");
  }

  @Test
  default void kidsAreShownOnlyWhatIsInTheirGroups() {
    Crowd crowd = new Crowd(this, ports());
    List<Channel> channels =
        List.of(
            aChannel(Crowd.id("Cartoon"), crowd.title("Cartoon"), Kind.MOVIE, "Kids"),
            aChannel(Crowd.id("Fairy tale"), crowd.title("Fairy tale"), Kind.MOVIE, "Kids"),
            aChannel(Crowd.id("Murder"), crowd.title("Murder"), Kind.MOVIE, "Crime"));
    for (int i = 0; i < 3; i++) {
      crowd.watches(
          crowd.has("Cartoon", "Murder", "Fairy tale"), "Cartoon", "Murder", "Fairy tale");
    }
    Audience grown = crowd.somebody(false);
    PlaylistId unused = crowd.playlist(grown.owner(), channels);
    Audience kids = crowd.beside(grown, true);
    crowd.gather(100);

    assertThat(trending(grown, TrendWindow.DAY)).hasSize(3);
    assertThat(trending(kids, TrendWindow.DAY)).isEmpty();
    assertThat(write(() -> queries().newest(kids, 9))).isEmpty();
    crowd.watches(kids, "Cartoon", 60, crowd.now);
    assertThat(trending(kids, TrendWindow.DAY))
        .extracting(one -> one.item().group())
        .containsExactly("Kids", "Kids");
    assertThat(together(kids, "Cartoon"))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("Fairy tale"));
    assertThat(write(() -> queries().newest(kids, 9))).hasSize(2);
    assertThat(
            write(
                () -> queries().alike(kids, new Seed("movie", crowd.title("Cartoon"), "Crime"), 9)))
        .extracting(one -> one.item().group())
        .doesNotContain("Crime");
  }

  @Test
  default void theNewestAreOfThePlaylistThatWasFetchedLast() {
    Crowd crowd = new Crowd(this, ports());
    Audience viewer = crowd.somebody(false);
    PlaylistId first =
        crowd.playlist(
            viewer.owner(),
            List.of(
                aChannel("1", "News"),
                aChannel("2", "Film", Kind.MOVIE, "Films"),
                aChannel("3", "More news"),
                aChannel("4", "Episode", Kind.EPISODE, "")));

    assertThat(write(() -> queries().newest(viewer, 9)))
        .extracting(ItemView::itemId)
        .containsExactly("2", "4", "1", "3");
    assertThat(write(() -> queries().newest(viewer, 3))).hasSize(3);
    assertThat(write(() -> queries().newest(viewer, 1)).get(0).playlist()).contains(first);
    assertThat(write(() -> queries().newest(crowd.somebody(false), 3))).isEmpty();
  }

  @Test
  default void nothingIsLookedForOutsideAUnitOfWork() {
    Audience nobody = new Audience(anAccountOnFile(), TvSamples.aProfileId(), false);
    Seed seed = new Seed("movie", "A", "");

    assertNeedsUnitOfWork(() -> trendingNow(nobody));
    assertNeedsUnitOfWork(() -> queries().watched(nobody, 1));
    assertNeedsUnitOfWork(() -> queries().find(nobody, "1"));
    assertNeedsUnitOfWork(() -> queries().watchedTogether(nobody, List.of(seed), 1));
    assertNeedsUnitOfWork(() -> queries().alike(nobody, seed, 1));
    assertNeedsUnitOfWork(() -> queries().newest(nobody, 1));
  }

  private List<TrendingItem> trendingNow(Audience audience) {
    return queries().trending(audience, TrendWindow.DAY, Optional.empty(), 10);
  }

  private List<TrendingItem> trending(Audience audience, TrendWindow window) {
    return write(() -> queries().trending(audience, window, Optional.empty(), 10));
  }

  private List<Candidate> together(Audience audience, String... titles) {
    List<Seed> seeds = new ArrayList<>();
    for (String title : titles) {
      write(() -> queries().find(audience, Crowd.id(title))).ifPresent(seeds::add);
    }
    return write(() -> queries().watchedTogether(audience, seeds, 10));
  }
}
