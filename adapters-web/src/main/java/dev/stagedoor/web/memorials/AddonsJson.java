package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.memorials.Selection;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was added to a tier; what a client leaves out is not wanted. */
@Serdeable
public record AddonsJson(
    @Nullable Boolean photography,
    @Nullable Boolean audioVisualSupport,
    @Nullable Boolean liveMusician,
    @Nullable BigDecimal usbDrives) {
  static AddonsJson from(Selection.Addons addons) {
    return new AddonsJson(
        addons.photography(),
        addons.audioVisualSupport(),
        addons.liveMusician(),
        BigDecimal.valueOf(addons.usbDrives()));
  }

  Selection.Addons toAddons() {
    return new Selection.Addons(
        Boolean.TRUE.equals(photography),
        Boolean.TRUE.equals(audioVisualSupport),
        Boolean.TRUE.equals(liveMusician),
        wholeDrives());
  }

  private int wholeDrives() {
    try {
      return usbDrives == null ? 0 : usbDrives.intValueExact();
    } catch (ArithmeticException notWhole) {
      throw DomainException.invalid(
          Fault.outside("calculatorConfig.addons.usbDrives", 0, Selection.Addons.MAX_USB_DRIVES));
    }
  }
}
