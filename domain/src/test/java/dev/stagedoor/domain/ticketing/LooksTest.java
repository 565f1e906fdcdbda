package dev.stagedoor.domain.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {
  @ParameterizedTest
  @CsvSource({
    "ACTIVE, 0, PT5M",
    "ACTIVE, 100000, PT5M",
    "SETUP, 0, PT5M",
    "SETUP, 1, PT10M",
    "SETUP, 3, PT30M",
    "SETUP, 499, PT30M",
    "SETUP, 500, PT6H",
    "INACTIVE, 2, PT20M",
    "INACTIVE, 6, PT5H20M",
    "INACTIVE, 7, PT6H",
    "INACTIVE, 39, PT6H",
    "INACTIVE, 40, P1D",
    "INACTIVE, 69, P1D",
    "INACTIVE, 70, P7D",
    "INACTIVE, 2147483647, P7D",
  })
  void aSaleIsLookedAtLessTheLongerNothingChanges(
      TicketingStatus status, int before, Duration pause) {
    assertThat(Looks.pause(status, before)).isEqualTo(pause);
  }

  @Test
  void whatIsOverForGoodIsHardlyEverLookedAt() {
    assertThat(inTheYearAfter(Duration.ofDays(60), TicketingStatus.INACTIVE)).isLessThan(60);
    assertThat(inTheYearAfter(Duration.ofDays(60), TicketingStatus.SETUP)).isLessThan(4 * 366);
  }

  private static int inTheYearAfter(Duration begun, TicketingStatus status) {
    Duration time = Duration.ZERO;
    int looks = 0;
    int before = 0;
    for (; time.compareTo(begun.plusDays(365)) < 0; looks++) {
      before = time.compareTo(begun) < 0 ? looks : before;
      time = time.plus(Looks.pause(status, looks));
    }
    return looks - before;
  }
}
