package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Histogram;

/** What requests add up to. */
public final class PlatformSums {
  private PlatformSums() {}

  /** So many requests, and how long they took. */
  public record Requests(long requests, long errors, long refusals, Histogram latencies) {
    public static Requests none() {
      return new Requests(0, 0, 0, Histogram.empty());
    }

    public Requests plus(Requests other) {
      return new Requests(
          requests + other.requests,
          errors + other.errors,
          refusals + other.refusals,
          latencies.plus(other.latencies));
    }

    public Requests minus(Requests other) {
      return new Requests(
          requests - other.requests,
          errors - other.errors,
          refusals - other.refusals,
          latencies.minus(other.latencies));
    }
  }

  /** Those of one kind of device in one slice. */
  public record Measured(int slice, DeviceClass device, Requests requests) {}

  /** Those to one group of routes. */
  public record Routed(String route, Requests requests) {}
}
