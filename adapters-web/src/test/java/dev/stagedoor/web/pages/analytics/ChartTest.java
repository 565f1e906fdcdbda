package dev.stagedoor.web.pages.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
  private static Chart chart(Chart.Series... series) {
    return Chart.of("c", "Title", Long::toString, List.of(series));
  }

  private static List<OptionalLong> values(long... values) {
    return LongStream.of(values).mapToObj(OptionalLong::of).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 5", "6, 10", "11, 20", "499, 500", "501, 1000"})
  void theUpperEdgeIsANumberPeopleCountBy(long most, long edge) {
    assertThat(Chart.roundedUp(most)).isEqualTo(edge);
  }

  @Test
  void barsStandOnTheGroundAsHighAsTheirValue() {
    Chart chart = chart(Chart.Series.bars("New", values(5L, 0L, 10L, 2L)));

    assertThat(chart.top()).isEqualTo("10");
    assertThat(chart.middle()).isEqualTo("5");
    assertThat(chart.series().get(0).path())
        .isEqualTo(
            "M312 1000V500H2188V1000Z" + "M5312 1000V0H7188V1000Z" + "M7812 1000V800H9688V1000Z");
  }

  @Test
  void aLineGoesThroughTheMiddleOfEachSlot() {
    Chart chart = chart(Chart.Series.line("All", values(0L, 50L)));

    assertThat(chart.series().get(0).path()).isEqualTo("M2500 1000L7500 0");
  }

  @Test
  void oneSlotIsCrossed() {
    assertThat(chart(Chart.Series.line("All", values(1L))).series().get(0).path())
        .isEqualTo("M0 0H10000");
  }

  @Test
  void aLineIsBrokenWhereThereIsNothing() {
    Chart chart =
        chart(
            Chart.Series.line(
                "All",
                List.of(
                    OptionalLong.of(1),
                    OptionalLong.empty(),
                    OptionalLong.of(0),
                    OptionalLong.of(1),
                    OptionalLong.empty())));

    assertThat(chart.series().get(0).path()).isEqualTo("M0 0H2000" + "M5000 1000L7000 0");
  }

  @Test
  void seriesShareOneScaleAndHaveColoursOfTheirOwn() {
    Chart chart = chart(Chart.Series.bars("New", values(1L)), Chart.Series.line("All", values(2L)));

    assertThat(chart.series()).extracting(Chart.Drawn::tone).containsExactly("one", "two");
    assertThat(chart.series().get(0).path()).contains("V500");
  }

  @Test
  void whereAllIsNoughtNothingIsSaidOfTheScale() {
    Chart chart =
        chart(Chart.Series.bars("New", values(0L, 0L)), Chart.Series.line("All", values(0L, 0L)));

    assertThat(chart.top()).isEmpty();
    assertThat(chart.series().get(0).path()).isEmpty();
    assertThat(chart.series().get(1).path()).isEqualTo("M2500 1000L7500 1000");
  }

  @Test
  void elevenHundredSlotsFit() {
    List<OptionalLong> values = LongStream.rangeClosed(1, 1100).mapToObj(OptionalLong::of).toList();

    assertThat(chart(Chart.Series.bars("New", values)).series().get(0).path())
        .contains("H9999V1000Z")
        .doesNotContain("-");
  }
}
