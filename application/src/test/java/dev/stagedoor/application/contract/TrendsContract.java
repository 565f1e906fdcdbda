package dev.stagedoor.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.application.tv.TrendingItem.Trend;
import dev.stagedoor.domain.contract.RepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything that knows what most people watch lately must tell of it. */
public interface TrendsContract extends RepositoryContract {
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

    List<TrendingItem> found = crowd.trending(asks, TrendWindow.DAY);
    assertThat(found)
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("A"), crowd.title("B"));
    assertThat(found).extracting(TrendingItem::viewers).containsExactly(4, 3);
    assertThat(found).extracting(TrendingItem::trend).containsOnly(Trend.NEW);
    assertThat(found.get(0).item().itemId()).isEqualTo(Crowd.id("A"));
    assertThat(found.get(0).item().playlist()).isPresent();
    assertThat(crowd.trending(asks, TrendWindow.WEEK)).isEqualTo(found);
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

    assertThat(crowd.trending(one, TrendWindow.DAY)).isEmpty();
    Audience third = crowd.has("A");
    crowd.watches(third, "A", 1900, crowd.now);
    crowd.gather(100);
    assertThat(crowd.trending(one, TrendWindow.DAY)).hasSize(1);
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

    assertThat(crowd.trending(has, TrendWindow.DAY))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("B"));
    assertThat(crowd.trending(likes, TrendWindow.DAY))
        .extracting(TrendingItem::item)
        .containsExactly(
            new ItemView(
                Crowd.id("A"), "movie", crowd.title("A"), "", Optional.empty(), Optional.empty()));
    assertThat(crowd.trending(crowd.somebody(false), TrendWindow.DAY)).isEmpty();
    assertThat(crowd.trending(crowd.beside(likes, false), TrendWindow.DAY)).isEmpty();
    assertThat(crowd.together(has, "B")).isEmpty();
    assertThat(crowd.together(crowd.has("A", "B"), "B")).hasSize(1);
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
    assertThat(crowd.trending(asks, TrendWindow.WEEK))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("New"), crowd.title("Old"));
    assertThat(crowd.trending(asks, TrendWindow.DAY))
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

    assertThat(crowd.trending(people.get(0), TrendWindow.DAY))
        .extracting(TrendingItem::trend)
        .containsExactlyInAnyOrder(Trend.UP, Trend.DOWN, Trend.STEADY);
    assertThat(crowd.trending(people.get(0), TrendWindow.DAY).get(0).trend()).isEqualTo(Trend.UP);
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

    assertThat(crowd.trending(crowd.has("A", "B"), TrendWindow.DAY))
        .extracting(one -> one.item().name())
        .containsExactly(crowd.title("B"));
  }
}
