package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.fixture.WatchSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What devices tell, in any order, more than once, and by clocks that are wrong. */
class WatchProgressPropertyTest {
  private static final ProfileId PROFILE = TvSamples.aProfileId();

  /** By how much the clock of each device is wrong. */
  private static final Map<String, Duration> SKEWS =
      Map.of("phone", Duration.ofHours(-9), "tablet", Duration.ofDays(400), "tv", Duration.ZERO);

  private record Seen(String device, Instant at, int progress, boolean knowsLength) {}

  @Provide
  Arbitrary<List<Seen>> seen() {
    return Combinators.combine(
            Arbitraries.of("phone", "tablet", "tv"),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(true, false))
        .as((device, ago, to, knows) -> new Seen(device, NOW.minusSeconds(ago * 60L), to, knows))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  /** Tells by the device's own clock, and when it is told by that clock, too. */
  private static Watched told(Seen seen, Instant received) {
    Duration skew = SKEWS.get(seen.device());
    return new Watched(
        "movie-1",
        Optional.empty(),
        seen.progress(),
        seen.knowsLength() ? Optional.of(100) : Optional.empty(),
        new Stamp(
            Watched.when(
                Optional.of(seen.at().plus(skew)), Optional.of(received.plus(skew)), received),
            seen.device()));
  }

  private static WatchProgress merged(List<Watched> all) {
    WatchProgress progress = WatchProgress.first(PROFILE, all.get(0), NOW);
    for (Watched next : all.subList(1, all.size())) {
      progress = progress.and(next, NOW);
    }
    return progress;
  }

  @Property
  void allOrdersAndRepetitionsEndTheSame(
      @ForAll("seen") List<Seen> story, @ForAll long oneOrder, @ForAll long anotherOrder) {
    assertThat(merged(shuffled(story, oneOrder)))
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(merged(shuffled(story, anotherOrder)));
  }

  /** Everything is told twice, the second time a day later and by the same wrong clock. */
  private static List<Watched> shuffled(List<Seen> story, long order) {
    List<Watched> all = new ArrayList<>();
    for (Seen seen : story) {
      all.add(told(seen, NOW));
      all.add(told(seen, NOW.plus(Duration.ofDays(1))));
    }
    Collections.shuffle(all, new Random(order));
    return all;
  }

  @Property
  void theLastThatReallyHappenedTellsThePosition(@ForAll("seen") List<Seen> story) {
    WatchProgress progress = merged(story.stream().map(seen -> told(seen, NOW)).toList());

    Instant last = story.stream().map(Seen::at).max(Instant::compareTo).orElseThrow();
    assertThat(progress.stamp().at()).isEqualTo(last);
    assertThat(story)
        .anyMatch(seen -> seen.at().equals(last) && seen.progress() == progress.progressSeconds());
    assertThat(progress.isCompleted())
        .isEqualTo(story.stream().anyMatch(seen -> seen.knowsLength() && seen.progress() >= 90));
  }

  @Property
  void onlyWhatSaysSomethingNewCountsAsAChange(@ForAll("seen") List<Seen> story) {
    WatchProgress progress = merged(story.stream().map(seen -> told(seen, NOW)).toList());

    for (Seen seen : story) {
      assertThat(progress.and(told(seen, NOW), NOW.plusSeconds(60))).isSameAs(progress);
    }
  }

  @Test
  void whatWasCompletedStaysSoWhenItIsSeenAgain() {
    WatchProgress progress =
        WatchProgress.first(PROFILE, WatchSamples.watched("movie-1", 3600, NOW), NOW)
            .and(WatchSamples.watched("movie-1", 5, NOW.plusSeconds(60)), NOW.plusSeconds(60));

    assertThat(progress.isCompleted()).isTrue();
    assertThat(progress.progressSeconds()).isEqualTo(5);
    assertThat(progress.version()).isEqualTo(2);
    assertThat(progress.updatedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void anOlderDurationFillsInWhatNothingNewerTold() {
    Watched late =
        new Watched("movie-1", Optional.empty(), 50, Optional.empty(), new Stamp(NOW, "tv"));
    Watched early =
        new Watched(
            "movie-1",
            Optional.of("movie"),
            10,
            Optional.of(100),
            new Stamp(NOW.minusSeconds(9), "tv"));

    WatchProgress progress = WatchProgress.first(PROFILE, late, NOW).and(early, NOW);

    assertThat(progress.progressSeconds()).isEqualTo(50);
    assertThat(progress.durationSeconds()).contains(100);
    assertThat(progress.itemType()).contains("movie");
    assertThat(progress.durationAt()).contains(early.stamp());
    assertThat(progress.stamp()).isEqualTo(late.stamp());
  }

  @Test
  void ofTheSameMomentTheLaterDeviceHoldsAndOfTheSameDeviceTheFartherPosition() {
    Watched phone =
        new Watched("movie-1", Optional.empty(), 9, Optional.empty(), new Stamp(NOW, "phone"));
    Watched tv =
        new Watched("movie-1", Optional.empty(), 5, Optional.empty(), new Stamp(NOW, "tv"));
    Watched farther =
        new Watched("movie-1", Optional.empty(), 6, Optional.empty(), new Stamp(NOW, "tv"));

    assertThat(merged(List.of(phone, tv)).progressSeconds()).isEqualTo(5);
    assertThat(merged(List.of(tv, phone)).progressSeconds()).isEqualTo(5);
    assertThat(merged(List.of(farther, tv, phone)).progressSeconds()).isEqualTo(6);
  }

  @Test
  void devicesAreComparedAsDatabasesCompareThem() {
    // By UTF-16 it would be the other way round.
    assertThat(new Stamp(NOW, "\uFF5E")).isLessThan(new Stamp(NOW, "\uD83D\uDCFA"));
  }
}
