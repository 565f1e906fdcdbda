package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
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
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import dev.stagedoor.domain.tv.PlaylistId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What everything that knows what many people watch must do, and gather. */
public interface DiscoveryQueriesContract extends RepositoryContract {
  TvPorts ports();

  private DiscoveryQueries queries() {
    return ports().discovery();
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

    List<Candidate> found = crowd.together(asks, "A", "C");
    assertThat(found).extracting(one -> one.item().name()).containsExactly(crowd.title("B"));
    assertThat(found.get(0).because()).isEqualTo(crowd.title("A"));
    // Three of the five who watched one, and of the three who watched the other.
    assertThat(found.get(0).score()).isEqualTo(775);
    crowd.watches(asks, "B", 3599, crowd.now);
    assertThat(crowd.together(asks, "A")).isEmpty();
    assertThat(crowd.together(crowd.beside(asks, false), "A")).hasSize(1);
    assertThat(write(() -> queries().watchedTogether(asks, List.of(), 10))).isEmpty();
  }

  @Test
  default void pairsOfACrowdAreAsManyAsSomebodyWhoCountsThemFinds() {
    Crowd crowd = new Crowd(this, ports());
    Random random = new Random(7);
    String[] titles = {"A", "B", "C", "D", "E", "F"};
    List<Set<String>> watched = new ArrayList<>();
    List<Audience> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      people.add(crowd.has(titles));
      watched.add(new TreeSet<>());
    }
    for (int round = 1; round <= 4; round++) {
      for (int i = 0; i < 15; i++) {
        int person = random.nextInt(people.size());
        String title = titles[random.nextInt(titles.length)];
        crowd.watches(
            people.get(person), title, 600 + round, crowd.now.minusSeconds(1000L - round * 100));
        watched.get(person).add(title);
      }
      crowd.gather(1 + random.nextInt(9));
    }

    Audience asks = crowd.has(titles);
    for (String title : titles) {
      Map<String, Integer> counted = new TreeMap<>();
      for (String other : titles) {
        long both =
            watched.stream().filter(all -> all.contains(title) && all.contains(other)).count();
        if (!other.equals(title) && both >= TrendingItem.LEAST_VIEWERS) {
          double those = watched.stream().filter(all -> all.contains(title)).count();
          long these = watched.stream().filter(all -> all.contains(other)).count();
          counted.put(crowd.title(other), (int) Math.round(1000 * both / Math.sqrt(those * these)));
        }
      }
      Map<String, Integer> found = new TreeMap<>();
      crowd.together(asks, title).forEach(one -> found.put(one.item().name(), one.score()));
      assertThat(found).as(title).isEqualTo(counted);
    }
  }

  @Test
  default void whatIsGatheredAgainIsNotCountedAgain() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = List.of(crowd.has("A", "B"), crowd.has("A", "B"), crowd.has("A", "B"));
    people.forEach(viewer -> crowd.watches(viewer, "A", "B"));
    crowd.gather(1);
    for (int i = 1; i <= 3; i++) {
      for (Audience viewer : people) {
        crowd.watches(viewer, "A", 1800 + i, crowd.now.minusSeconds(600 - i));
      }
      crowd.gather(100);
    }

    Audience asks = crowd.has("A", "B");
    assertThat(crowd.together(asks, "A")).extracting(Candidate::score).containsExactly(1000);
    assertThat(crowd.trending(asks, TrendWindow.DAY))
        .extracting(TrendingItem::viewers)
        .containsOnly(3);
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

    assertThat(crowd.trending(asks, TrendWindow.DAY))
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

    assertThat(crowd.trending(grown, TrendWindow.DAY)).hasSize(3);
    assertThat(crowd.trending(kids, TrendWindow.DAY)).isEmpty();
    assertThat(write(() -> queries().newest(kids, 9))).isEmpty();
    crowd.watches(kids, "Cartoon", 60, crowd.now);
    assertThat(crowd.trending(kids, TrendWindow.DAY))
        .extracting(one -> one.item().group())
        .containsExactly("Kids", "Kids");
    assertThat(crowd.together(kids, "Cartoon"))
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

    assertNeedsUnitOfWork(() -> queries().trending(nobody, TrendWindow.DAY, Optional.empty(), 10));
    assertNeedsUnitOfWork(() -> queries().watched(nobody, 1));
    assertNeedsUnitOfWork(() -> queries().find(nobody, "1"));
    assertNeedsUnitOfWork(() -> queries().watchedTogether(nobody, List.of(seed), 1));
    assertNeedsUnitOfWork(() -> queries().alike(nobody, seed, 1));
    assertNeedsUnitOfWork(() -> queries().newest(nobody, 1));
    assertNeedsUnitOfWork(() -> ports().viewings().gather(NOW, 1));
    assertNeedsUnitOfWork(() -> ports().viewings().rank(NOW));
  }
}
