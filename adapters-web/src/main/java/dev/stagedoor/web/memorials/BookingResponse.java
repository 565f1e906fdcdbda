package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** How far a booking has come; the surplus was paid too much and is to go back. */
@Serdeable
public record BookingResponse(
    String status,
    BigDecimal total,
    BigDecimal paid,
    BigDecimal balance,
    BigDecimal surplus,
    String currency) {
  static BookingResponse from(ScheduleView schedule) {
    return new BookingResponse(
        schedule.bookingStatus(),
        Decimals.of(schedule.total()),
        Decimals.of(schedule.paid()),
        Decimals.of(schedule.balance()),
        Decimals.of(schedule.surplus()),
        schedule.total().currency().getCurrencyCode());
  }
}
