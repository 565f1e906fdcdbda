package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.Candidate;
import dev.stagedoor.application.tv.Seed;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.domain.contract.RepositoryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What everything that gathers who watched what must do; looked at with what asks for it. */
public interface ViewingsContract extends RepositoryContract {
  TvPorts ports();

  private DiscoveryQueries queries() {
    return ports().discovery();
  }

  private Viewings viewings() {
    return ports().viewings();
  }

  @Test
  default void whoLooksInForAMomentDidNotWatch() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      Audience viewer = crowd.has("A", "B");
      crowd.watches(viewer, "A", 59, crowd.now);
      crowd.watches(viewer, "B", 60, crowd.now);
    }
    crowd.gather(100);

    assertThat(trending(crowd.has("A", "B"), TrendWindow.DAY))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("B"));
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
      together(asks, title).forEach(one -> found.put(one.item().name(), one.score()));
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
    assertThat(together(asks, "A")).extracting(Candidate::score).containsExactly(1000);
    assertThat(trending(asks, TrendWindow.DAY)).extracting(TrendingItem::viewers).containsOnly(3);
  }

  @Test
  default void whatIsToldByAClockThatIsSlowIsGathered() {
    Crowd crowd = new Crowd(this, ports());
    Audience asks = crowd.has("A");
    crowd.watches(crowd.has("A"), "A", 600, crowd.now.plus(Duration.ofMinutes(10)));
    crowd.gather(100);
    for (int i = 1; i <= 3; i++) {
      crowd.watches(crowd.has("A"), "A", 600, crowd.now.minus(Duration.ofMinutes(i)));
      crowd.gather(100);
    }

    assertThat(trending(asks, TrendWindow.DAY)).extracting(TrendingItem::viewers).containsOnly(3);
  }

  @Test
  default void whatIsToldIsGatheredAFewAtATime() {
    Crowd crowd = new Crowd(this, ports());
    crowd.gather(1000);
    for (int i = 0; i < 5; i++) {
      crowd.watches(crowd.has("A"), "A");
    }

    assertThat(write(() -> viewings().gather(crowd.now, 2))).isEqualTo(2);
    crowd.rank();
    Audience asks = crowd.has("A");
    assertThat(trending(asks, TrendWindow.DAY)).isEmpty();
    assertThat(write(() -> viewings().gather(crowd.now, 2))).isEqualTo(2);
    assertThat(write(() -> viewings().gather(crowd.now, 2))).isEqualTo(1);
    assertThat(write(() -> viewings().gather(crowd.now, 2))).isZero();
    crowd.rank();
    assertThat(trending(asks, TrendWindow.DAY)).extracting(TrendingItem::viewers).containsOnly(5);
  }

  @Test
  default void whatIsInNoPlaylistOfItsViewerDoesNotCount() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      Audience likes = crowd.somebody(false);
      crowd.likes(likes, "A");
      crowd.watches(likes, "A");
    }
    crowd.watches(crowd.has("A"), "A");
    crowd.watches(crowd.has("A"), "A");
    crowd.gather(100);
    Audience asks = crowd.has("A");
    assertThat(trending(asks, TrendWindow.DAY)).isEmpty();

    crowd.watches(asks, "A");
    crowd.gather(100);
    assertThat(trending(asks, TrendWindow.DAY)).extracting(TrendingItem::viewers).containsOnly(3);
  }

  @Test
  default void oneWindowIsRankedWithoutTheOther() {
    Crowd crowd = new Crowd(this, ports());
    for (int i = 0; i < 3; i++) {
      crowd.watches(crowd.has("A"), "A");
    }
    assertThat(write(() -> viewings().gather(crowd.now, 100))).isPositive();
    Audience asks = crowd.has("A");

    run(() -> viewings().rank(TrendWindow.DAY, crowd.now));
    assertThat(trending(asks, TrendWindow.DAY)).hasSize(1);
    assertThat(trending(asks, TrendWindow.WEEK)).isEmpty();
    run(() -> viewings().rank(TrendWindow.WEEK, crowd.now));
    assertThat(trending(asks, TrendWindow.DAY)).hasSize(1);
    assertThat(trending(asks, TrendWindow.WEEK)).hasSize(1);
  }

  @Test
  default void whatFewWatchedIsForgottenAfterWeeks() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = List.of(crowd.has("A", "B", "C", "D"), crowd.has("A", "B", "C", "D"));
    people.forEach(viewer -> crowd.watches(viewer, "A", "B", "C", "D"));
    crowd.watches(crowd.has("C", "D"), "C", "D");
    crowd.gather(100);

    forgets(crowd, Duration.ofDays(1));
    crowd.watches(crowd.has("A", "B"), "A", "B");
    crowd.gather(100);

    assertThat(together(people.get(0), "A")).isEmpty();
    assertThat(together(people.get(0), "C"))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("D"));
  }

  @Test
  default void whatFewWatchedLatelyIsNotForgotten() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = List.of(crowd.has("A", "B"), crowd.has("A", "B"), crowd.has("A", "B"));
    crowd.watches(people.get(0), "A", "B");
    crowd.watches(people.get(1), "A", "B");
    crowd.gather(100);

    forgets(crowd, Duration.ofDays(-1));
    crowd.watches(people.get(2), "A", "B");
    crowd.gather(100);

    assertThat(together(people.get(0), "A")).extracting(Candidate::score).containsExactly(1000);
  }

  /** Forgets at a time, beside that at which it would begin to. */
  private void forgets(Crowd crowd, Duration later) {
    while (write(() -> viewings().forget(crowd.now.plus(Viewings.RARE_KEPT).plus(later), 1)) >= 1) {
      // Until nothing is left.
    }
  }

  @Test
  default void nothingIsGatheredOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> viewings().gather(NOW, 1));
    assertNeedsUnitOfWork(() -> viewings().rank(TrendWindow.DAY, NOW));
    assertNeedsUnitOfWork(() -> viewings().forget(NOW, 1));
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
