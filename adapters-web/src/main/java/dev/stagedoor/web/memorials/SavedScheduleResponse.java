package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What saving came to: the version to go on from, and what it costs now. */
@Serdeable
public record SavedScheduleResponse(
    boolean success,
    long version,
    Instant savedAt,
    BigDecimal total,
    List<LineItemResponse> lineItems,
    String currency,
    BigDecimal paid,
    BigDecimal balance) {
  static SavedScheduleResponse from(ScheduleView schedule) {
    return new SavedScheduleResponse(
        true,
        schedule.version(),
        schedule.savedAt(),
        Decimals.of(schedule.total()),
        schedule.lineItems().stream().map(LineItemResponse::from).toList(),
        schedule.total().currency().getCurrencyCode(),
        Decimals.of(schedule.paid()),
        Decimals.of(schedule.balance()));
  }
}
