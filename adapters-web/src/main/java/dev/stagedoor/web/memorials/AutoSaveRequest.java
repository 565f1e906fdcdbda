package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.BookingService;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was edited on the schedule page, begun on a version; what is absent stays. */
@Serdeable
public record AutoSaveRequest(
    @Nullable ServicesJson services,
    @Nullable CalculatorJson calculatorConfig,
    @Nullable Long version) {
  BookingService.Edit toEdit() {
    return new BookingService.Edit(
        Optional.ofNullable(services).map(ServicesJson::toPlan),
        Optional.ofNullable(calculatorConfig).map(CalculatorJson::toSelection),
        Sent.required(version, "version"));
  }
}
