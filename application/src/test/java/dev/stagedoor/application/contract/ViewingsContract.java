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

    assertThat(write(() -> viewings().gather(crowd.now, 2))).isFalse();
    run(() -> viewings().rank(crowd.now));
    Audience asks = crowd.has("A");
    assertThat(trending(asks, TrendWindow.DAY)).isEmpty();
    assertThat(write(() -> viewings().gather(crowd.now, 2))).isFalse();
    assertThat(write(() -> viewings().gather(crowd.now, 2))).isTrue();
    run(() -> viewings().rank(crowd.now));
    assertThat(trending(asks, TrendWindow.DAY)).extracting(TrendingItem::viewers).containsOnly(5);
  }

  @Test
  default void nothingIsGatheredOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> viewings().gather(NOW, 1));
    assertNeedsUnitOfWork(() -> viewings().rank(NOW));
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
