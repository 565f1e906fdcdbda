package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.memorials.ServicePlan;
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
    Optional<LocalDate> day = read(date, ServiceJson::day, path + ".date", "date");
    Optional<LocalTime> at = read(time, LocalTime::parse, path + ".time", "time");
    ZoneId zone = read(timeZone, ZoneId::of, path + ".timeZone", "timezone").orElse(usualZone);
    return Sent.as(
        path,
        "services",
        () ->
            new ServicePlan.Service(
                day,
                at,
                zone,
                wholeHours(),
                location == null ? ServicePlan.Location.unknown() : location.toLocation()));
  }

  private int wholeHours() {
    try {
      return (hours == null ? USUAL_HOURS : hours).intValueExact();
    } catch (ArithmeticException notWhole) {
      throw DomainException.invalid("services.hours", "range");
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
