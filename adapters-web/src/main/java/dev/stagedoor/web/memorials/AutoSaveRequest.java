package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Sent;
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
    Faults faults = new Faults();
    var plan = faults.read(() -> Optional.ofNullable(services).map(ServicesJson::toPlan));
    var selection =
        faults.read(() -> Optional.ofNullable(calculatorConfig).map(CalculatorJson::toSelection));
    var begunOn = faults.read(() -> Sent.required(version, "version"));
    faults.refuseAny();
    return new BookingService.Edit(
        plan.orElseThrow(), selection.orElseThrow(), begunOn.orElseThrow());
  }
}
