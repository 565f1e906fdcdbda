package dev.stagedoor.domain.analytics;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days a report is about, cut into slices.
 *
 * <p>Invariants: slices are whole, so the first day is that of a slice and the last one ends a
 * slice; each begins where the one before ends, at midnight of the zone, so that a day in which
 * clocks are changed has 23 or 25 hours.
 *
 * @param end the last day, which is part of it
 */
public record ReportPeriod(LocalDate start, LocalDate end, Grouping grouping, ZoneId zone) {
  public static final int MOST_SLICES = 1_100;

  /** Since then every zone differs from UTC by whole quarters of an hour. */
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
  private static final int USUAL_DAYS = 30;

  /**
   * One slice.
   *
   * @param date its first day
   * @param to where it ends; the next one begins there
   */
  public record Slice(LocalDate date, Instant from, Instant to) {}

  /**
   * Widens what is asked for to whole slices.
   *
   * @throws DomainException {@code INVALID_VALUE} for {@code endDate} where that is before the
   *     start or makes too many slices, and for days out of reach
   */
  public ReportPeriod {
    Faults faults = new Faults();
    faults.refuseIf(start.isBefore(FIRST) || start.isAfter(LAST), Fault.of("startDate", "range"));
    faults.refuseIf(end.isAfter(LAST), Fault.of("endDate", "range"));
    faults.refuseIf(end.isBefore(start), Fault.of("endDate", "order"));
    faults.refuseAny();
    start = grouping.startOf(start);
    end = grouping.after(grouping.startOf(end)).minusDays(1);
    LocalDate tooLate =
        Stream.iterate(start, grouping::after).skip(MOST_SLICES).findFirst().orElseThrow();
    if (!end.isBefore(tooLate)) {
      throw DomainException.invalid(
          Fault.spanning("endDate", ChronoUnit.DAYS.between(start, tooLate)));
    }
  }

  /**
   * Returns what is asked for, the last 30 days where nothing is, by days where no grouping is
   * named.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static ReportPeriod of(
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Optional<Grouping> grouping,
      Optional<ZoneId> zone,
      Instant now) {
    ZoneId place = zone.orElse(ZoneOffset.UTC);
    LocalDate last = end.orElseGet(() -> now.atZone(place).toLocalDate());
    return new ReportPeriod(
        start.orElseGet(() -> last.minusDays(USUAL_DAYS - 1L)),
        last,
        grouping.orElse(Grouping.DAY),
        place);
  }

  /**
   * Finds a zone by its name in the IANA database, {@code UTC} among them.
   *
   * @throws DomainException {@code INVALID_VALUE} for anything else
   */
  public static ZoneId zone(String name) {
    if (name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw DomainException.invalid("timezone", "timezone");
    }
    return ZoneId.of(name);
  }

  /** Returns the zone's name, as {@link #zone} takes it. */
  public String zoneName() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** Returns the slices in order. */
  public List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    for (LocalDate day = start; !day.isAfter(end); day = grouping.after(day)) {
      slices.add(
          new Slice(
              day,
              day.atStartOfDay(zone).toInstant(),
              grouping.after(day).atStartOfDay(zone).toInstant()));
    }
    return List.copyOf(slices);
  }
}
