package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @Test
  void whatPlaysGoesOn() {
    Playback playback = new Playback(true, HALF_AN_HOUR, NOW);

    assertThat(playback.positionAt(NOW.plusMillis(1500))).isEqualTo(HALF_AN_HOUR.plusMillis(1500));
    assertThat(playback.positionAt(NOW)).isEqualTo(HALF_AN_HOUR);
  }

  @Test
  void whatStandsDoesNot() {
    assertThat(new Playback(false, HALF_AN_HOUR, NOW).positionAt(NOW.plusSeconds(9)))
        .isEqualTo(HALF_AN_HOUR);
  }

  @Test
  void nothingGoesBackWhereClocksDiffer() {
    assertThat(new Playback(true, HALF_AN_HOUR, NOW).positionAt(NOW.minusMillis(5)))
        .isEqualTo(HALF_AN_HOUR);
  }

  @Test
  void nothingGoesFurtherThanAnybodyCan() {
    Duration end = Duration.ofDays(30);
    Playback playback = new Playback(true, end.minusSeconds(1), NOW);

    assertThat(playback.positionAt(NOW.plusSeconds(1))).isEqualTo(end);
    assertThat(playback.positionAt(NOW.plusSeconds(2))).isEqualTo(end);
    assertThat(new Playback(false, playback.positionAt(NOW.plusSeconds(2)), NOW).position())
        .isEqualTo(end);
  }

  @Test
  void impossiblePositionsAreRefused() {
    assertRefused(CommonError.INVALID_VALUE, () -> new Playback(true, Duration.ofMillis(-1), NOW));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> new Playback(true, Duration.ofDays(30).plusMillis(1), NOW));
  }
}
