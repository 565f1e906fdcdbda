package dev.stagedoor.web.observe;

import dev.stagedoor.domain.analytics.DeviceClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Times answers by the kind of device they are for, and by how it ended. */
@Singleton
final class RequestTimers {
  private static final Duration QUICK = Duration.ofMillis(100);
  private static final Duration BEARABLE = Duration.ofSeconds(1);

  /** How a request ended. */
  enum Outcome {
    ANSWERED,
    REFUSED,
    FAILED;

    static Outcome of(int status) {
      return status >= 500 ? FAILED : status >= 400 ? REFUSED : ANSWERED;
    }
  }

  private final MeterRegistry meters;

  RequestTimers(MeterRegistry meters) {
    this.meters = meters;
    for (DeviceClass device : DeviceClass.values()) {
      for (Outcome outcome : Outcome.values()) {
        timer(device, outcome);
      }
    }
  }

  void took(DeviceClass device, Outcome outcome, long nanos) {
    timer(device, outcome).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(DeviceClass device, Outcome outcome) {
    return Timer.builder("stagedoor.requests")
        .description("Requests, and how long their answers took")
        .tag("device", device.code())
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(QUICK, BEARABLE)
        .register(meters);
  }
}
