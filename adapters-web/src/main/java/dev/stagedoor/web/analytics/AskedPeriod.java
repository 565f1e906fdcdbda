package dev.stagedoor.web.analytics;

import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Faults;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days of a report as somebody asks for them; what is blank is not asked for. */
@Introspected
public record AskedPeriod(
    @QueryValue @Nullable String startDate,
    @QueryValue @Nullable String endDate,
    @QueryValue @Nullable String groupBy,
    @QueryValue @Nullable String timezone) {
  private static final int LENGTH = "2025-06-01".length();

  /**
   * Returns what is meant.
   *
   * @throws DomainException {@code INVALID_VALUE} for all that cannot be read
   */
  public ReportPeriod at(Instant now) {
    Faults faults = new Faults();
    var start = faults.read(() -> given(startDate).map(text -> day(text, "startDate")));
    var end = faults.read(() -> given(endDate).map(text -> day(text, "endDate")));
    var grouping = faults.read(() -> given(groupBy).map(AskedPeriod::grouping));
    var zone = faults.read(() -> given(timezone).map(ReportPeriod::zone));
    faults.refuseAny();
    return ReportPeriod.of(
        start.orElseThrow(), end.orElseThrow(), grouping.orElseThrow(), zone.orElseThrow(), now);
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }

  private static LocalDate day(String text, String member) {
    try {
      // Java knows years of nine digits, too, with which nothing can be reckoned.
      if (text.length() != LENGTH) {
        throw DomainException.invalid(member, "date");
      }
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw DomainException.invalid(member, "date");
    }
  }

  private static Grouping grouping(String code) {
    return Arrays.stream(Grouping.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> DomainException.invalid("groupBy", "choice"));
  }
}
