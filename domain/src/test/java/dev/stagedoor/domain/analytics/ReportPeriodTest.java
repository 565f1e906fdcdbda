package dev.stagedoor.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {
  private static ReportPeriod period(String start, String end, Grouping grouping, String zone) {
    return new ReportPeriod(
        LocalDate.parse(start), LocalDate.parse(end), grouping, ReportPeriod.zone(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2024-02-28, 2024-03-01, 2024-02-28, 2024-03-01, 3",
    "WEEK, 2020-12-31, 2021-01-04, 2020-12-28, 2021-01-10, 2",
    "WEEK, 2024-01-01, 2024-01-01, 2024-01-01, 2024-01-07, 1",
    "MONTH, 2024-02-10, 2024-02-11, 2024-02-01, 2024-02-29, 1",
    "MONTH, 2023-12-31, 2024-01-01, 2023-12-01, 2024-01-31, 2"
  })
  void slicesAreWhole(
      Grouping grouping, String start, String end, String first, String last, int slices) {
    ReportPeriod period = period(start, end, grouping, "UTC");

    assertThat(period.start()).isEqualTo(LocalDate.parse(first));
    assertThat(period.end()).isEqualTo(LocalDate.parse(last));
    assertThat(period.slices()).hasSize(slices);
  }

  @Test
  void eachSliceBeginsWhereTheOneBeforeEnds() {
    List<ReportPeriod.Slice> days =
        period("2024-03-30", "2024-04-01", Grouping.DAY, "Europe/Berlin").slices();

    assertThat(days)
        .extracting(day -> Duration.between(day.from(), day.to()).toHours())
        .containsExactly(24L, 23L, 24L);
    assertThat(days.get(0).to()).isEqualTo(days.get(1).from());
    assertThat(days.get(1).to()).isEqualTo(Instant.parse("2024-03-31T22:00:00Z"));
  }

  @Test
  void theLastThirtyDaysAreUsual() {
    ReportPeriod usual =
        ReportPeriod.of(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ZoneId.of("Asia/Kolkata")),
            Instant.parse("2024-03-01T20:00:00Z"));

    assertThat(usual).isEqualTo(period("2024-02-02", "2024-03-02", Grouping.DAY, "Asia/Kolkata"));
    assertThat(usual.zoneName()).isEqualTo("Asia/Kolkata");
    assertThat(period("2024-02-02", "2024-03-02", Grouping.DAY, "UTC").zone())
        .isEqualTo(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-02, 2024-02-01, DAY, endDate, order, 0",
    "1999-12-31, 2024-02-01, MONTH, startDate, range, 0",
    "2020-01-01, 2200-01-01, MONTH, endDate, range, 0",
    "2020-01-01, 2023-01-05, DAY, endDate, span, 1100",
    "2001-01-01, 2022-01-31, WEEK, endDate, span, 7700"
  })
  void whatIsOutOfReachIsRefused(
      String start, String end, Grouping grouping, String field, String rule, long most) {
    assertThatThrownBy(() -> period(start, end, grouping, "UTC"))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused ->
                assertThat(refused.faults())
                    .containsExactly(
                        most == 0
                            ? Fault.of(field, rule)
                            : new Fault(field, rule, Map.of("max", most))));
  }

  @Test
  void elevenHundredSlicesAreTheMost() {
    assertThat(period("2020-01-01", "2023-01-04", Grouping.DAY, "UTC").slices())
        .hasSize(ReportPeriod.MOST_SLICES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+05:17", "Mars/Olympus", "", "utc", "Z"})
  void whatIsNoZoneIsRefused(String name) {
    assertThatThrownBy(() -> ReportPeriod.zone(name))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("field", "timezone"));
  }
}
