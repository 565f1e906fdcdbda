package dev.stagedoor.web.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stagedoor.application.analytics.PlatformAnalytics;
import dev.stagedoor.domain.analytics.DeviceClass;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the server did.
 *
 * @param routes by group of routes, the busiest first; by days of UTC
 */
@Serdeable
public record PlatformAnalyticsResponse(
    PeriodResponse period, List<Slice> series, Slice totals, List<Route> routes, Load system) {
  /**
   * What was in one slice.
   *
   * @param date its first day; not in the totals
   * @param devices the same by kind of device, those that sent anything
   */
  @Serdeable
  public record Slice(
      Optional<LocalDate> date, @JsonUnwrapped Requests all, Map<String, Requests> devices) {
    static Slice from(PlatformAnalytics.Slice slice, Optional<LocalDate> date) {
      Map<String, Requests> devices = new TreeMap<>();
      slice
          .devices()
          .forEach(
              (DeviceClass device, PlatformAnalytics.Requests requests) ->
                  devices.put(device.code(), Requests.from(requests)));
      return new Slice(date, Requests.from(slice.all()), devices);
    }
  }

  /**
   * Requests, and how they were answered.
   *
   * @param errors requests that we failed
   * @param refusals requests that were refused
   * @param p50Ms how long half of the answers took at most, in milliseconds
   */
  @Serdeable
  public record Requests(
      long requests,
      long errors,
      long refusals,
      @JsonProperty("error_rate") Optional<BigDecimal> errorRate,
      @JsonProperty("p50_ms") BigDecimal p50Ms,
      @JsonProperty("p95_ms") BigDecimal p95Ms,
      @JsonProperty("p99_ms") BigDecimal p99Ms) {
    static Requests from(PlatformAnalytics.Requests requests) {
      return new Requests(
          requests.requests(),
          requests.errors(),
          requests.refusals(),
          Rates.of(requests.errorRate()),
          Rates.millis(requests.p50Micros()),
          Rates.millis(requests.p95Micros()),
          Rates.millis(requests.p99Micros()));
    }
  }

  /** Requests to one group of routes. */
  @Serdeable
  public record Route(String route, @JsonUnwrapped Requests requests) {
    static Route from(PlatformAnalytics.Route route) {
      return new Route(route.route(), Requests.from(route.requests()));
    }
  }

  /**
   * How the processes of the server were, on average and at most.
   *
   * @param readings how often they were looked at
   * @param cpu how much of all processors one used: 1 is all
   */
  @Serdeable
  public record Load(
      long readings,
      BigDecimal cpu,
      @JsonProperty("cpu_max") BigDecimal cpuMax,
      @JsonProperty("heap_bytes") long heapBytes,
      @JsonProperty("heap_bytes_max") long heapBytesMax,
      long connections,
      @JsonProperty("connections_max") long connectionsMax) {
    static Load from(PlatformAnalytics.Load load) {
      return new Load(
          load.readings(),
          Rates.permille(load.cpuPermille()),
          Rates.permille(load.mostCpuPermille()),
          load.heapBytes(),
          load.mostHeapBytes(),
          load.connections(),
          load.mostConnections());
    }
  }

  static PlatformAnalyticsResponse from(PlatformAnalytics told) {
    return new PlatformAnalyticsResponse(
        PeriodResponse.from(told.period()),
        told.series().stream().map(slice -> Slice.from(slice, Optional.of(slice.date()))).toList(),
        Slice.from(told.totals(), Optional.empty()),
        told.routes().stream().map(Route::from).toList(),
        Load.from(told.load()));
  }
}
