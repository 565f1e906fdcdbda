package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.DomainException;
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
      throw DomainException.invalid("services.additional", "length");
    }
  }

  /** A plan about which nothing is known yet. */
  public static ServicePlan empty() {
    return new ServicePlan(Service.unknown(), List.of());
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
        throw DomainException.invalid("services.hours", "range");
      }
    }

    static Service unknown() {
      return new Service(
          Optional.empty(), Optional.empty(), ZoneId.of("UTC"), 2, Location.unknown());
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
      if (name.length() > 200 || address.length() > 500) {
        throw DomainException.invalid("services.location", "length");
      }
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
