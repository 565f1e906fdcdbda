package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How the server did.
 *
 * @param totals over the whole period, {@code date} its first day
 * @param routes by group of routes, the busiest first; by days of UTC, whatever the zone
 */
public record PlatformAnalytics(
    ReportPeriod period, List<Slice> series, Slice totals, List<Route> routes, Load load) {
  public PlatformAnalytics {
    series = List.copyOf(series);
    routes = List.copyOf(routes);
  }

  /**
   * What was in one slice.
   *
   * @param devices those kinds of devices that sent anything
   */
  public record Slice(LocalDate date, Requests all, Map<DeviceClass, Requests> devices) {
    public Slice {
      devices = Map.copyOf(devices);
    }
  }

  /**
   * Requests, and how long their answers took: so many microseconds, right within 5 %, 0 where
   * there were none.
   *
   * @param errors those that we failed: 5xx
   * @param refusals those that were refused: 4xx
   */
  public record Requests(
      long requests, long errors, long refusals, long p50Micros, long p95Micros, long p99Micros) {
    /** Returns how many of the requests we failed. */
    public Share errorRate() {
      return new Share(errors, requests);
    }
  }

  /** What was asked of one group of routes. */
  public record Route(String route, Requests requests) {}

  /**
   * How the processes of the server were, on average and at most; all 0 where none looked.
   *
   * @param readings how often they were looked at
   */
  public record Load(
      long readings,
      long cpuPermille,
      long mostCpuPermille,
      long heapBytes,
      long mostHeapBytes,
      long connections,
      long mostConnections) {}
}
