package dev.stagedoor.application.analytics;

import dev.stagedoor.application.analytics.PlatformSums.Measured;
import dev.stagedoor.application.analytics.PlatformSums.Requests;
import dev.stagedoor.application.analytics.PlatformSums.Routed;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.ReportPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together how the server did. */
final class PlatformReport {
  private PlatformReport() {}

  static PlatformAnalytics of(
      Elapsed elapsed, List<Measured> measured, List<Routed> routes, PlatformAnalytics.Load load) {
    Map<Integer, Map<DeviceClass, Requests>> slices = new HashMap<>();
    Map<DeviceClass, Requests> all = new EnumMap<>(DeviceClass.class);
    for (Measured one : measured) {
      slices
          .computeIfAbsent(one.slice(), slice -> new EnumMap<>(DeviceClass.class))
          .merge(one.device(), one.requests(), Requests::plus);
      all.merge(one.device(), one.requests(), Requests::plus);
    }
    List<PlatformAnalytics.Slice> series = new ArrayList<>();
    for (ReportPeriod.Slice slice : elapsed.slices()) {
      series.add(slice(slice.date(), slices.getOrDefault(series.size(), Map.of())));
    }
    return new PlatformAnalytics(
        elapsed.period(),
        series,
        slice(elapsed.period().start(), all),
        routes.stream()
            .map(one -> new PlatformAnalytics.Route(one.route(), view(one.requests())))
            .sorted(
                Comparator.comparing((PlatformAnalytics.Route one) -> one.requests().requests())
                    .reversed()
                    .thenComparing(PlatformAnalytics.Route::route))
            .toList(),
        load);
  }

  private static PlatformAnalytics.Slice slice(LocalDate date, Map<DeviceClass, Requests> devices) {
    Map<DeviceClass, PlatformAnalytics.Requests> views = new EnumMap<>(DeviceClass.class);
    devices.forEach((device, requests) -> views.put(device, view(requests)));
    return new PlatformAnalytics.Slice(
        date, view(devices.values().stream().reduce(Requests.none(), Requests::plus)), views);
  }

  private static PlatformAnalytics.Requests view(Requests requests) {
    return new PlatformAnalytics.Requests(
        requests.requests(),
        requests.errors(),
        requests.refusals(),
        requests.latencies().percentile(50),
        requests.latencies().percentile(95),
        requests.latencies().percentile(99));
  }
}
