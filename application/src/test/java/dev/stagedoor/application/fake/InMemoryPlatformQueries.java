package dev.stagedoor.application.fake;

import dev.stagedoor.application.analytics.PlatformAnalytics.Load;
import dev.stagedoor.application.analytics.PlatformSums.Measured;
import dev.stagedoor.application.analytics.PlatformSums.Requests;
import dev.stagedoor.application.analytics.PlatformSums.Routed;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Histogram;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.fake.InMemoryMeasures;
import dev.stagedoor.domain.fake.InMemoryMeasures.Gathered;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Looks through all that was gathered, each time. */
public final class InMemoryPlatformQueries implements PlatformQueries {
  private final InMemoryMeasures measures;

  public InMemoryPlatformQueries(InMemoryMeasures measures) {
    this.measures = measures;
  }

  @Override
  public List<Measured> requests(List<Instant> moments) {
    InMemoryAnalyticsQueries.mustBeWhole(moments);
    record Key(int slice, DeviceClass device) {}
    Map<Key, Requests> sums = new HashMap<>();
    for (Gathered gathered : measures.all()) {
      int slice = InMemoryAnalyticsQueries.slice(gathered.at(), moments);
      if (slice >= 0 && slice < moments.size() - 1) {
        gathered
            .requests()
            .forEach(
                tally ->
                    sums.merge(new Key(slice, tally.device()), requests(tally), Requests::plus));
      }
    }
    return sums.entrySet().stream()
        .map(sum -> new Measured(sum.getKey().slice(), sum.getKey().device(), sum.getValue()))
        .toList();
  }

  private static Requests requests(RequestTally tally) {
    List<Long> slots = new ArrayList<>(Collections.nCopies(tally.slot() + 1, 0L));
    slots.set(tally.slot(), tally.requests());
    return new Requests(tally.requests(), tally.errors(), tally.refusals(), Histogram.of(slots));
  }

  @Override
  public List<Routed> routes(LocalDate first, LocalDate last) {
    Map<String, Requests> sums = new HashMap<>();
    for (Gathered gathered : measures.all()) {
      LocalDate day = gathered.at().atZone(ZoneOffset.UTC).toLocalDate();
      if (!day.isBefore(first) && !day.isAfter(last)) {
        gathered
            .requests()
            .forEach(tally -> sums.merge(tally.route(), requests(tally), Requests::plus));
      }
    }
    return sums.entrySet().stream().map(sum -> new Routed(sum.getKey(), sum.getValue())).toList();
  }

  @Override
  public Load load(Instant from, Instant to) {
    InMemoryAnalyticsQueries.mustBeWhole(List.of(from, to));
    List<SystemReading> readings =
        measures.all().stream()
            .filter(gathered -> !gathered.at().isBefore(from) && gathered.at().isBefore(to))
            .map(Gathered::system)
            .toList();
    return new Load(
        readings.size(),
        average(readings, SystemReading::cpuPermille),
        most(readings, SystemReading::cpuPermille),
        average(readings, SystemReading::heapBytes),
        most(readings, SystemReading::heapBytes),
        average(readings, SystemReading::connections),
        most(readings, SystemReading::connections));
  }

  private static long average(List<SystemReading> readings, ToLongFunction<SystemReading> figure) {
    return readings.isEmpty() ? 0 : readings.stream().mapToLong(figure).sum() / readings.size();
  }

  private static long most(List<SystemReading> readings, ToLongFunction<SystemReading> figure) {
    return readings.stream().mapToLong(figure).max().orElse(0);
  }
}
