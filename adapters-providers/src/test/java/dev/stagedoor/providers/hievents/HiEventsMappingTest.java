package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.ticketing.SaleStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiEventsMappingTest {
  @ParameterizedTest
  @CsvSource({
    "DRAFT, , DRAFT",
    "DRAFT, UPCOMING, DRAFT",
    "DRAFT, ONGOING, DRAFT",
    "DRAFT, ENDED, DRAFT",
    "LIVE, , LIVE",
    "LIVE, UPCOMING, LIVE",
    "LIVE, ONGOING, LIVE",
    "LIVE, ENDED, INACTIVE",
    "ARCHIVED, , INACTIVE",
    "ARCHIVED, UPCOMING, INACTIVE",
    "ARCHIVED, ENDED, INACTIVE",
    "CANCELLED, , INACTIVE",
    "ENDED, , INACTIVE"
  })
  void eachDocumentedWordMeansSomething(String status, String lifecycle, SaleStatus expected) {
    assertThat(HiEventsMapping.sale(status, Optional.ofNullable(lifecycle))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"POSTPONED,", "live,", "LIVE,POSTPONED", "LIVE,ended", "'',"})
  void aWordThatNobodyKnowsMeansNothing(String status, String lifecycle) {
    assertThat(HiEventsMapping.sale(status, Optional.ofNullable(lifecycle))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-06-01T10:00:00Z",
        "2025-06-01T10:00:00.000Z",
        "2025-06-01T10:00:00.000000Z",
        "2025-06-01T10:00:00+00:00",
        "2025-06-01T12:00:00+02:00",
        "2025-06-01 10:00:00"
      })
  void timesAreReadInEachForm(String text) {
    assertThat(HiEventsMapping.time(text)).isEqualTo(Instant.parse("2025-06-01T10:00:00Z"));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    for (String none :
        new String[] {"", "soon", "2025-06-01", "2025-06-01T10:00:00", "1748772000"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> HiEventsMapping.time(none));
    }
  }
}
