package dev.stagedoor.web.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.analytics.ReportPeriod;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** The days a report is about, widened to whole slices; the last one is part of it. */
@Serdeable
public record PeriodResponse(
    @JsonProperty("start_date") LocalDate startDate,
    @JsonProperty("end_date") LocalDate endDate,
    @JsonProperty("group_by") String groupBy,
    String timezone) {
  static PeriodResponse from(ReportPeriod period) {
    return new PeriodResponse(
        period.start(), period.end(), period.grouping().code(), period.zoneName());
  }
}
