package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The services held for one person: a main one, and more if there are. */
public record ServicePlan(Service main, List<Service> additional) {
  public static final int MAX_ADDITIONAL = 10;

  public ServicePlan {
    additional = List.copyOf(additional);
    if (additional.size() > MAX_ADDITIONAL) {
      throw DomainException.invalid(Fault.longerThan("services.additional", MAX_ADDITIONAL));
    }
  }

  /** A plan about which nothing is known yet. */
  public static ServicePlan empty() {
    return new ServicePlan(Service.unknown(), List.of());
  }

  /** Refuses to be sold with services that are already over, and names them. */
  public void mustNotBeOver(Instant now) {
    Faults faults = new Faults();
    faults.refuseIf(main.isOver(now), Fault.of("services.main.date", "past"));
    for (int i = 0; i < additional.size(); i++) {
      faults.refuseIf(
          additional.get(i).isOver(now), Fault.of("services.additional[" + i + "].date", "past"));
    }
    faults.refuseAny();
  }

  /** One service; date and time may not be known yet. Hours are whole. */
  public record Service(
      Optional<LocalDate> date,
      Optional<LocalTime> time,
      ZoneId timeZone,
      int hours,
      Location location) {
    public static final int MAX_HOURS = 24;

    public Service {
      if (hours < 1 || hours > MAX_HOURS) {
        throw DomainException.invalid(Fault.outside("services.hours", 1, MAX_HOURS));
      }
    }

    static Service unknown() {
      return new Service(
          Optional.empty(), Optional.empty(), ZoneId.of("UTC"), 2, Location.unknown());
    }

    /** Tells whether the clocks of its place skip its time on its day; such a time never comes. */
    public boolean isInAGap() {
      return date.flatMap(day -> time.map(day::atTime))
          .filter(local -> timeZone.getRules().getValidOffsets(local).isEmpty())
          .isPresent();
    }

    /**
     * Tells whether it has ended; one without a time ends with its day, one without a day never.
     */
    public boolean isOver(Instant now) {
      Optional<Instant> end =
          begins()
              .map(start -> start.plus(Duration.ofHours(hours)))
              .or(() -> date.map(day -> day.plusDays(1).atStartOfDay(timeZone).toInstant()));
      return end.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Returns when it begins, where both date and time are known. */
    public Optional<Instant> begins() {
      return date.flatMap(day -> time.map(at -> day.atTime(at).atZone(timeZone).toInstant()));
    }
  }

  /** Where a service is held. */
  public record Location(String name, String address, boolean isUnknown) {
    public Location {
      name = name.strip();
      address = address.strip();
      Faults faults = new Faults();
      faults.refuseIf(name.length() > 200, Fault.longerThan("services.location.name", 200));
      faults.refuseIf(address.length() > 500, Fault.longerThan("services.location.address", 500));
      faults.refuseAny();
    }

    public static Location unknown() {
      return new Location("", "", true);
    }

    boolean isElsewhereThan(Location other) {
      return !isUnknown
          && !other.isUnknown
          && !(name.equalsIgnoreCase(other.name) && address.equalsIgnoreCase(other.address));
    }
  }
}
