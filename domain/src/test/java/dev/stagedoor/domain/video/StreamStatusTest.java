package dev.stagedoor.domain.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamStatusTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SCHEDULED | READY LIVE ENDING COMPLETED ERROR
          READY     | LIVE ENDING COMPLETED ERROR
          LIVE      | READY ENDING COMPLETED ERROR
          ENDING    | READY LIVE COMPLETED ERROR
          COMPLETED | LIVE
          ERROR     | READY LIVE ENDING COMPLETED
          """)
  void theTableOfMoves(StreamStatus from, String allowed) {
    Set<StreamStatus> expected = EnumSet.noneOf(StreamStatus.class);
    Arrays.stream(allowed.split(" ")).map(StreamStatus::valueOf).forEach(expected::add);
    for (StreamStatus next : StreamStatus.values()) {
      assertThat(from.canBecome(next))
          .as("%s to %s", from, next)
          .isEqualTo(expected.contains(next));
    }
  }

  @Test
  void clientsKnowTheNamesInLowerCase() {
    assertThat(StreamStatus.LIVE.code()).isEqualTo("live");
  }
}
