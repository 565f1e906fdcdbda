package dev.stagedoor.persistence.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;

/** How long the pieces are that sums are kept of, all of them in UTC. */
enum Span {
  DAY(Duration.ofDays(1)),
  QUARTER_DAY(Duration.ofHours(6)),
  HOUR(Duration.ofHours(1)),
  QUARTER_HOUR(Duration.ofMinutes(15));

  private final long seconds;

  Span(Duration length) {
    this.seconds = length.toSeconds();
  }

  /** Returns when the piece begins that a moment is in. */
  Instant floor(Instant moment) {
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
  }

  /** Returns when the first piece begins that does not begin before a moment. */
  Instant ceiling(Instant moment) {
    Instant floor = floor(moment);
    return floor.equals(moment) ? moment : floor.plusSeconds(seconds);
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
