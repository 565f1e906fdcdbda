package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** What the calculator of a memorial's booking begins with. */
@Serdeable
public record ConfigResponse(
    CalculatorJson calculatorConfig,
    BookingResponse booking,
    PriceBookResponse priceBook,
    BigDecimal total,
    String currency) {
  static ConfigResponse from(ScheduleView schedule) {
    return new ConfigResponse(
        CalculatorJson.from(schedule.selection()),
        BookingResponse.from(schedule),
        PriceBookResponse.from(schedule.prices()),
        Decimals.of(schedule.total()),
        schedule.total().currency().getCurrencyCode());
  }
}
