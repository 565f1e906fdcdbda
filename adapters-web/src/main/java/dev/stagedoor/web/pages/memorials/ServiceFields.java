package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.memorials.ServicePlan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One service as it is typed into the schedule form.
 *
 * @param prefix what the names of its fields begin with: {@code main} or {@code additional.0}
 */
public record ServiceFields(
    String prefix,
    String date,
    String time,
    String timeZone,
    String hours,
    String place,
    String address,
    boolean isUnknown) {
  static final String MAIN = "main";

  static String prefix(int number) {
    return number == 0 ? MAIN : "additional." + (number - 1);
  }

  /** Returns a service nobody knows anything of yet, in the zone of another. */
  static ServiceFields blank(String prefix, String timeZone) {
    return new ServiceFields(prefix, "", "", timeZone, "2", "", "", false);
  }

  static ServiceFields of(String prefix, ServicePlan.Service service) {
    ServicePlan.Location location = service.location();
    boolean nothingSaid = location.name().isEmpty() && location.address().isEmpty();
    return new ServiceFields(
        prefix,
        service.date().map(LocalDate::toString).orElse(""),
        service.time().map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString()).orElse(""),
        service.timeZone().getId(),
        Integer.toString(service.hours()),
        location.name(),
        location.address(),
        // An empty plan says "unknown" by itself; the box is for saying so on purpose.
        location.isUnknown() && !(nothingSaid && service.date().isEmpty()));
  }

  static ServiceFields of(String prefix, Map<String, String> typed) {
    Function<String, String> field = name -> typed.getOrDefault(prefix + "." + name, "").strip();
    return new ServiceFields(
        prefix,
        field.apply("date"),
        field.apply("time"),
        field.apply("timeZone"),
        field.apply("hours"),
        field.apply("name"),
        field.apply("address"),
        typed.containsKey(prefix + ".isUnknown"));
  }

  static boolean isIn(String prefix, Map<String, String> typed) {
    return typed.containsKey(prefix + ".date");
  }

  /** Returns the same service under another prefix. */
  ServiceFields at(String other) {
    return new ServiceFields(other, date, time, timeZone, hours, place, address, isUnknown);
  }

  ServicePlan.Service toService() {
    boolean nothingSaid = place.isEmpty() && address.isEmpty();
    var service =
        new ServicePlan.Service(
            read("date", date, LocalDate::parse, "date"),
            read("time", time, LocalTime::parse, "time"),
            read("timeZone", timeZone, ZoneId::of, "timezone").orElse(ZoneId.of("UTC")),
            wholeHours(),
            new ServicePlan.Location(place, address, isUnknown || nothingSaid));
    if (service.isInAGap()) {
      throw DomainException.invalid(prefix + ".time", "gap");
    }
    return service;
  }

  private int wholeHours() {
    int whole = hours.isEmpty() ? 2 : number(hours);
    if (whole < 1 || whole > ServicePlan.Service.MAX_HOURS) {
      throw DomainException.invalid(
          Fault.outside(prefix + ".hours", 1, ServicePlan.Service.MAX_HOURS));
    }
    return whole;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private <T> Optional<T> read(String field, String text, Function<String, T> parse, String rule) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException unreadable) {
      throw DomainException.invalid(prefix + "." + field, rule);
    }
  }
}
