package dev.stagedoor.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static Histogram of(List<Long> micros) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(LatencyScale.LAST_SLOT + 1, 0L));
    for (long one : micros) {
      counts.set(LatencyScale.slot(one), counts.get(LatencyScale.slot(one)) + 1);
    }
    return Histogram.of(counts);
  }

  @Property
  void aPercentileIsRightWithinFivePercent(
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 100, max = 60_000_000) Long> micros,
      @ForAll @IntRange(min = 1, max = 100) int ofHundred) {
    List<Long> sorted = micros.stream().sorted().toList();
    long exact = sorted.get((sorted.size() * ofHundred + 99) / 100 - 1);

    long told = of(micros).percentile(ofHundred);

    assertThat(Math.abs(told - exact) * 100).isLessThanOrEqualTo(exact * 5 + 100);
  }

  @Property
  void whatWasAddedCanBeTakenAway(
      @ForAll @Size(max = 50) List<@LongRange(max = 60_000_000) Long> some,
      @ForAll @Size(max = 50) List<@LongRange(max = 60_000_000) Long> others) {
    List<Long> all = new ArrayList<>(some);
    all.addAll(others);

    assertThat(of(some).plus(of(others))).isEqualTo(of(all)).hasSameHashCodeAs(of(all));
    assertThat(of(all).minus(of(others))).isEqualTo(of(some));
  }

  @Test
  void ofNothingThereIsNoPercentile() {
    assertThat(Histogram.empty().percentile(99)).isZero();
  }

  @Test
  void slotsReachFromATenthOfAMillisecondToMinutes() {
    assertThat(LatencyScale.slot(0)).isZero();
    assertThat(LatencyScale.slot(99)).isZero();
    assertThat(LatencyScale.slot(100)).isEqualTo(1);
    assertThat(LatencyScale.slot(60_000_000)).isLessThan(LatencyScale.LAST_SLOT);
    assertThat(LatencyScale.slot(Long.MAX_VALUE)).isEqualTo(LatencyScale.LAST_SLOT);
  }
}
