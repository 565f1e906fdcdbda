package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.util.Optional;

/** What a family chose in the calculator; the tier may not be chosen yet. */
public record Selection(Optional<Tier> tier, Addons addons) {
  /** A tier without anything added. */
  public static Selection of(Tier tier) {
    return new Selection(Optional.of(tier), Addons.none());
  }

  public static Selection nothing() {
    return new Selection(Optional.empty(), Addons.none());
  }

  /** What can be added to any tier. */
  public record Addons(
      boolean photography, boolean audioVisualSupport, boolean liveMusician, int usbDrives) {
    public static final int MAX_USB_DRIVES = 100;

    public static Addons none() {
      return new Addons(false, false, false, 0);
    }

    public Addons {
      if (usbDrives < 0 || usbDrives > MAX_USB_DRIVES) {
        throw DomainException.invalid(
            Fault.outside("calculatorConfig.addons.usbDrives", 0, MAX_USB_DRIVES));
      }
    }
  }
}
