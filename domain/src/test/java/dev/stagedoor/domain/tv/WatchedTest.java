package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedTest {
  private static Watched told(String item, int progress, Optional<Integer> length, String device) {
    return new Watched(item, Optional.empty(), progress, length, new Stamp(NOW, device));
  }

  @ParameterizedTest
  @CsvSource({
    "89, 100, false",
    "90, 100, true",
    "100, 100, true",
    "120, 100, true",
    "3239, 3600, false",
    "3240, 3600, true",
    "0, 1, false",
    "10000000, 10000000, true"
  })
  void ninetyPercentAreTheEnd(int progress, int length, boolean isDone) {
    assertThat(told("item", progress, Optional.of(length), "tv").isDone()).isEqualTo(isDone);
  }

  @Test
  void withoutADurationNothingIsEverSeenToTheEnd() {
    assertThat(told("item", Watched.MOST_SECONDS, Optional.empty(), "tv").isDone()).isFalse();
  }

  @Test
  void whatIsNoPositionIsRefused() {
    assertRefused(CommonError.INVALID_VALUE, () -> told(" ", 1, Optional.empty(), "tv"));
    assertRefused(CommonError.INVALID_VALUE, () -> told("item", -1, Optional.empty(), "tv"));
    assertRefused(CommonError.INVALID_VALUE, () -> told("item", 1, Optional.of(0), "tv"));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> told("item", Watched.MOST_SECONDS + 1, Optional.empty(), "tv"));
    assertRefused(
        CommonError.INVALID_VALUE, () -> told("item", 1, Optional.empty(), "t".repeat(101)));
    assertRefused(CommonError.INVALID_VALUE, () -> told("item", 1, Optional.empty(), "t\u0000v"));
  }

  @Test
  void withoutATimeItWasNow() {
    assertThat(Watched.when(Optional.empty(), Optional.empty(), NOW)).isEqualTo(NOW);
    assertThat(Watched.when(Optional.empty(), Optional.of(NOW.minusSeconds(600)), NOW))
        .isEqualTo(NOW);
  }

  @Test
  void aClockThatIsAheadAndNotPutRightCountsAsNow() {
    assertThat(Watched.when(Optional.of(NOW.plusSeconds(3600)), Optional.empty(), NOW))
        .isEqualTo(NOW);
  }

  @Property
  void aWrongClockThatSaysWhatItShowsIsPutRight(
      @ForAll @LongRange(min = -400_000_000, max = 400_000_000) long wrongBySeconds,
      @ForAll @LongRange(min = 0, max = 90_000) long secondsAgo) {
    Instant happened = NOW.minusSeconds(secondsAgo);

    assertThat(
            Watched.when(
                Optional.of(happened.plusSeconds(wrongBySeconds)),
                Optional.of(NOW.plusSeconds(wrongBySeconds)),
                NOW))
        .isEqualTo(happened);
  }

  @Property
  void nothingEverHappensLaterThanNow(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long said,
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long sent) {
    assertThat(
            Watched.when(
                Optional.of(NOW.plusSeconds(said)), Optional.of(NOW.plusSeconds(sent)), NOW))
        .isBeforeOrEqualTo(NOW);
  }

  @Test
  void timesAreAsPreciseAsADatabaseKeepsThem() {
    assertThat(Watched.when(Optional.empty(), Optional.empty(), NOW.plusNanos(1_999)))
        .isEqualTo(NOW.plusNanos(1_000));
  }
}
