package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.ReportPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a period has begun: nothing is told of what is still to come.
 *
 * @param moments where slices begin, and where the last one ends or the quarter of an hour that
 *     runs; two that are the same where no slice has begun
 * @param today the day it is by UTC
 */
record Elapsed(
    ReportPeriod period, List<ReportPeriod.Slice> slices, List<Instant> moments, LocalDate today) {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  static Elapsed of(ReportPeriod period, Instant now) {
    Instant soon =
        Instant.ofEpochSecond(
            Math.floorDiv(now.getEpochSecond(), QUARTER.toSeconds()) * QUARTER.toSeconds()
                + QUARTER.toSeconds());
    List<ReportPeriod.Slice> slices =
        period.slices().stream().filter(slice -> !slice.from().isAfter(now)).toList();
    List<Instant> moments = new ArrayList<>();
    moments.add(slices.isEmpty() ? soon : slices.get(0).from());
    slices.forEach(slice -> moments.add(slice.to().isBefore(soon) ? slice.to() : soon));
    if (slices.isEmpty()) {
      moments.add(soon);
    }
    return new Elapsed(period, slices, List.copyOf(moments), day(now));
  }

  /** Returns the day it is by UTC. */
  static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  Instant from() {
    return moments.get(0);
  }

  Instant to() {
    return moments.get(moments.size() - 1);
  }
}
