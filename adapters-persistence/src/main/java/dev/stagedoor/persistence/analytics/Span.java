package dev.stagedoor.persistence.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How long the pieces are that sums are kept of, all of them in UTC. */
enum Span {
  MONTH(Period.ofMonths(1)),
  DAY(Duration.ofDays(1)),
  QUARTER_DAY(Duration.ofHours(6)),
  HOUR(Duration.ofHours(1)),
  QUARTER_HOUR(Duration.ofMinutes(15));

  /** A day, and what it is made of, the longest first. */
  static final Set<Span> UP_TO_DAYS = Collections.unmodifiableSet(EnumSet.range(DAY, QUARTER_HOUR));

  private final long months;
  private final long seconds;

  Span(Period length) {
    this.months = length.toTotalMonths();
    this.seconds = 0;
  }

  Span(Duration length) {
    this.months = 0;
    this.seconds = length.toSeconds();
  }

  /** Returns when the piece begins that a moment is in. */
  Instant floor(Instant moment) {
    return months == 0
        ? Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds)
        : time(moment).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toInstant();
  }

  /** Returns when the first piece begins that does not begin before a moment. */
  Instant ceiling(Instant moment) {
    Instant floor = floor(moment);
    return floor.equals(moment)
        ? moment
        : time(floor).plusMonths(months).plusSeconds(seconds).toInstant();
  }

  /** Returns whichever begin of a piece is the nearer one to a moment. */
  Instant nearest(Instant moment) {
    Instant floor = floor(moment);
    Instant ceiling = ceiling(moment);
    Duration before = Duration.between(floor, moment);
    return before.compareTo(Duration.between(moment, ceiling)) <= 0 ? floor : ceiling;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Refuses moments of which no sums can be told. */
  static void mustBeWhole(Collection<Instant> moments) {
    moments.forEach(
        moment -> {
          if (!QUARTER_HOUR.floor(moment).equals(moment)) {
            throw new IllegalArgumentException(moment + " is within a quarter of an hour");
          }
        });
  }

  static OffsetDateTime[] times(Collection<Instant> moments) {
    return moments.stream().map(Span::time).toArray(OffsetDateTime[]::new);
  }

  static OffsetDateTime time(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
