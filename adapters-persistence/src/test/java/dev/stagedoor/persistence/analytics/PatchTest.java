package dev.stagedoor.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PatchTest {
  private static final Instant START = Instant.parse("2030-02-27T00:00:00Z");
  private static final int QUARTERS = 96 * 8;

  @Provide
  Arbitrary<List<Instant>> moments() {
    return Arbitraries.integers()
        .between(96, QUARTERS - 96)
        .map(PatchTest::quarter)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(moments -> List.copyOf(new TreeSet<>(moments)));
  }

  private static Instant quarter(int number) {
    return START.plus(Duration.ofMinutes(15).multipliedBy(number));
  }

  @Property
  void eachQuarterOfAnHourIsInTheSliceItBelongsTo(@ForAll("moments") List<Instant> moments) {
    List<Patch> patches = Patch.of(moments);

    for (int number = 0; number < QUARTERS; number++) {
      Instant at = quarter(number);
      List<Integer> counts = new ArrayList<>();
      List<Integer> expected = new ArrayList<>();
      for (int slice = 0; slice < moments.size() - 1; slice++) {
        counts.add(count(patches, at, slice));
        expected.add(
            at.isBefore(moments.get(slice)) || !at.isBefore(moments.get(slice + 1)) ? 0 : 1);
      }
      assertThat(counts).as(at.toString()).isEqualTo(expected);
    }
  }

  private static int count(List<Patch> patches, Instant at, int slice) {
    int count = 0;
    for (Patch patch : patches) {
      if (!at.isBefore(patch.from()) && at.isBefore(patch.to())) {
        count += patch.gains() == slice ? 1 : 0;
        count -= patch.loses() == slice ? 1 : 0;
      }
    }
    return count;
  }

  @Property
  void patchesAreWholePiecesOfTheirSpan(@ForAll("moments") List<Instant> moments) {
    assertThat(Patch.of(moments))
        .allSatisfy(
            patch -> {
              assertThat(patch.span().floor(patch.from())).isEqualTo(patch.from());
              assertThat(patch.span().floor(patch.to())).isEqualTo(patch.to());
            });
  }

  @Test
  void anEndTakesFewPiecesWhereverItIs() {
    for (int number = 0; number < QUARTERS; number++) {
      long pieces =
          Patch.of(List.of(quarter(number))).stream()
              .mapToLong(
                  patch -> Duration.between(patch.from(), patch.to()).dividedBy(length(patch)))
              .sum();
      assertThat(pieces).as(quarter(number).toString()).isLessThanOrEqualTo(7);
    }
  }

  private static Duration length(Patch patch) {
    return Duration.between(patch.from(), patch.span().ceiling(patch.from().plusSeconds(1)));
  }

  @Test
  void monthsAreThoseOfTheCalendar() {
    Instant leapDay = Instant.parse("2028-02-29T12:00:00Z");

    assertThat(Span.MONTH.floor(leapDay)).isEqualTo(Instant.parse("2028-02-01T00:00:00Z"));
    assertThat(Span.MONTH.ceiling(leapDay)).isEqualTo(Instant.parse("2028-03-01T00:00:00Z"));
    assertThat(Span.MONTH.ceiling(Span.MONTH.floor(leapDay)).atZone(ZoneOffset.UTC).getMonthValue())
        .isEqualTo(2);
  }
}
