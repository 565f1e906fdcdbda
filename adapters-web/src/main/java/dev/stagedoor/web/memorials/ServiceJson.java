package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One service: {@code date} as 2025-03-14, {@code time} as 14:30, {@code timeZone} as
 * Europe/Lisbon. Hours are 2 where they are left out.
 */
@Serdeable
public record ServiceJson(
    @Nullable String date,
    @Nullable String time,
    @Nullable String timeZone,
    @Nullable BigDecimal hours,
    @Nullable LocationJson location) {
  static final ServiceJson UNKNOWN = new ServiceJson(null, null, null, null, null);
  private static final BigDecimal USUAL_HOURS = BigDecimal.valueOf(2);

  static ServiceJson from(ServicePlan.Service service) {
    return new ServiceJson(
        service.date().map(LocalDate::toString).orElse(null),
        service.time().map(LocalTime::toString).orElse(null),
        service.timeZone().getId(),
        BigDecimal.valueOf(service.hours()),
        LocationJson.from(service.location()));
  }

  ServicePlan.Service toService(String path, ZoneId usualZone) {
    Faults faults = new Faults();
    var day = faults.read(() -> read(date, ServiceJson::day, path + ".date", "date"));
    var at = faults.read(() -> read(time, LocalTime::parse, path + ".time", "time"));
    var zone = faults.read(() -> read(timeZone, ZoneId::of, path + ".timeZone", "timezone"));
    var place = faults.read(() -> Sent.as(path, "services", this::place));
    var service =
        faults.read(
            () ->
                Sent.as(
                    path,
                    "services",
                    () ->
                        new ServicePlan.Service(
                            day.flatMap(Function.identity()),
                            at.flatMap(Function.identity()),
                            zone.flatMap(Function.identity()).orElse(usualZone),
                            wholeHours(),
                            place.orElseGet(ServicePlan.Location::unknown))));
    faults.refuseIf(
        service.filter(ServicePlan.Service::isInAGap).isPresent(), Fault.of(path + ".time", "gap"));
    faults.refuseAny();
    return service.orElseThrow();
  }

  private ServicePlan.Location place() {
    return location == null ? ServicePlan.Location.unknown() : location.toLocation();
  }

  private int wholeHours() {
    try {
      return (hours == null ? USUAL_HOURS : hours).intValueExact();
    } catch (ArithmeticException notWhole) {
      throw DomainException.invalid(
          Fault.outside("services.hours", 1, ServicePlan.Service.MAX_HOURS));
    }
  }

  private static LocalDate day(String text) {
    if (text.length() != "2025-03-14".length()) {
      throw new DateTimeException("a year has four digits");
    }
    return LocalDate.parse(text);
  }

  private static <T> Optional<T> read(
      @Nullable String text, Function<String, T> parse, String path, String rule) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.strip()));
    } catch (DateTimeException unreadable) {
      throw DomainException.invalid(path, rule);
    }
  }
}
