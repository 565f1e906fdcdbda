package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in the calculator, as clients send and get it; the tier may not be chosen yet.
 */
@Serdeable
public record CalculatorJson(@Nullable String tier, @Nullable AddonsJson addons) {
  static CalculatorJson from(Selection selection) {
    return new CalculatorJson(
        selection.tier().map(Tier::code).orElse(null), AddonsJson.from(selection.addons()));
  }

  Selection toSelection() {
    Faults faults = new Faults();
    var chosen =
        faults.read(
            () -> Optional.ofNullable(tier).filter(code -> !code.isBlank()).map(Tier::parse));
    var added =
        faults.read(() -> addons == null ? Selection.nothing().addons() : addons.toAddons());
    faults.refuseAny();
    return new Selection(chosen.orElseThrow(), added.orElseThrow());
  }
}
