package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A memorial's schedule, what it costs, and its booking. */
@Serdeable
public record ScheduleResponse(
    ServicesJson services,
    CalculatorJson calculatorConfig,
    BigDecimal total,
    List<LineItemResponse> lineItems,
    String currency,
    BookingResponse booking,
    Instant savedAt,
    long version) {
  static ScheduleResponse from(ScheduleView schedule) {
    return new ScheduleResponse(
        ServicesJson.from(schedule.services()),
        CalculatorJson.from(schedule.selection()),
        Decimals.of(schedule.total()),
        schedule.lineItems().stream().map(LineItemResponse::from).toList(),
        schedule.total().currency().getCurrencyCode(),
        BookingResponse.from(schedule),
        schedule.savedAt(),
        schedule.version());
  }
}
