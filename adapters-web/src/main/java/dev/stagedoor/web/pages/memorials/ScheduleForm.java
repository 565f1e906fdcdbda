package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.memorials.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedule form as it is typed; the first service is the main one. */
public record ScheduleForm(
    List<ServiceFields> services,
    String tier,
    boolean photography,
    boolean audioVisualSupport,
    boolean liveMusician,
    String usbDrives,
    long version) {
  public ScheduleForm {
    services = List.copyOf(services);
  }

  static ScheduleForm of(ScheduleView schedule) {
    List<ServiceFields> services = new ArrayList<>();
    services.add(ServiceFields.of(ServiceFields.MAIN, schedule.services().main()));
    for (ServicePlan.Service service : schedule.services().additional()) {
      services.add(ServiceFields.of(ServiceFields.prefix(services.size()), service));
    }
    Selection.Addons addons = schedule.selection().addons();
    return new ScheduleForm(
        services,
        schedule.selection().tier().map(Tier::code).orElse(""),
        addons.photography(),
        addons.audioVisualSupport(),
        addons.liveMusician(),
        Integer.toString(addons.usbDrives()),
        schedule.version());
  }

  static ScheduleForm of(Map<String, String> typed) {
    List<ServiceFields> services = new ArrayList<>();
    services.add(ServiceFields.of(ServiceFields.MAIN, typed));
    // Numbers may have gaps where a service was taken out of the middle.
    for (int i = 1; i <= ServicePlan.MAX_ADDITIONAL * 2; i++) {
      String prefix = ServiceFields.prefix(i);
      if (ServiceFields.isIn(prefix, typed)) {
        services.add(ServiceFields.of(prefix, typed).at(ServiceFields.prefix(services.size())));
      }
    }
    return new ScheduleForm(
        services,
        typed.getOrDefault("tier", ""),
        typed.containsKey("photography"),
        typed.containsKey("audioVisualSupport"),
        typed.containsKey("liveMusician"),
        typed.getOrDefault("usbDrives", "0").strip(),
        version(typed));
  }

  private static long version(Map<String, String> typed) {
    try {
      return Long.parseLong(typed.getOrDefault("version", ""));
    } catch (NumberFormatException notOurs) {
      throw DomainException.invalid("version", "required");
    }
  }

  ScheduleForm withAnotherService() {
    List<ServiceFields> more = new ArrayList<>(services);
    more.add(
        ServiceFields.blank(ServiceFields.prefix(services.size()), services.get(0).timeZone()));
    return with(more);
  }

  ScheduleForm withoutService(String prefix) {
    List<ServiceFields> fewer = new ArrayList<>();
    for (ServiceFields service : services) {
      if (service.prefix().equals(ServiceFields.MAIN) || !service.prefix().equals(prefix)) {
        fewer.add(service.at(ServiceFields.prefix(fewer.size())));
      }
    }
    return with(fewer);
  }

  private ScheduleForm with(List<ServiceFields> others) {
    return new ScheduleForm(
        others, tier, photography, audioVisualSupport, liveMusician, usbDrives, version);
  }

  /** Returns what was typed under the version somebody else saved meanwhile. */
  ScheduleForm at(long current) {
    return new ScheduleForm(
        services, tier, photography, audioVisualSupport, liveMusician, usbDrives, current);
  }

  BookingService.Edit toEdit() {
    List<ServicePlan.Service> others = new ArrayList<>();
    for (ServiceFields service : services.subList(1, services.size())) {
      others.add(service.toService());
    }
    return new BookingService.Edit(
        Optional.of(new ServicePlan(services.get(0).toService(), others)),
        Optional.of(
            new Selection(
                Optional.of(tier).filter(code -> !code.isBlank()).map(Tier::parse),
                new Selection.Addons(
                    photography, audioVisualSupport, liveMusician, wholeDrives()))),
        version);
  }

  private int wholeDrives() {
    try {
      int drives = usbDrives.isEmpty() ? 0 : Integer.parseInt(usbDrives);
      if (drives >= 0 && drives <= Selection.Addons.MAX_USB_DRIVES) {
        return drives;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, like any other number that is not one of the choices.
    }
    throw DomainException.invalid(Fault.outside("usbDrives", 0, Selection.Addons.MAX_USB_DRIVES));
  }
}
