package dev.stagedoor.web.observe;

import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.domain.services.ServiceId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Counts into the server's meters. Every meter is there from the start, at nought, so that a rate
 * over it is known before the first of its kind; each time that has a threshold counts how many
 * stayed within it.
 */
@Singleton
public final class MeteredMonitoring implements Monitoring {
  private static final Duration ENROLLED_WITHIN = Duration.ofSeconds(2);
  private static final Duration PROCESSED_WITHIN = Duration.ofMinutes(10);
  private static final Duration ANSWERED_WITHIN = Duration.ofMillis(500);

  private final MeterRegistry meters;

  public MeteredMonitoring(MeterRegistry meters) {
    this.meters = meters;
    enrollments();
    serviceCalls(new ServiceId("course-service"), true);
    for (boolean succeeded : new boolean[] {true, false}) {
      payments(succeeded);
      refunds(succeeded);
      videos(succeeded);
    }
  }

  @Override
  public void paymentEnded(boolean succeeded) {
    payments(succeeded).increment();
  }

  @Override
  public void enrolled(Duration sincePaid) {
    enrollments().record(sincePaid);
  }

  @Override
  public void videoProcessed(boolean succeeded, Duration sinceReceived) {
    videos(succeeded).record(sinceReceived);
  }

  @Override
  public void serviceCalled(ServiceId service, boolean succeeded, Duration took) {
    serviceCalls(service, succeeded).record(took);
  }

  @Override
  public void refundEnded(boolean succeeded) {
    refunds(succeeded).increment();
  }

  private Counter payments(boolean succeeded) {
    return Counter.builder("stagedoor.payments")
        .description("Payments that were made, and attempts that failed")
        .tag("outcome", outcome(succeeded))
        .register(meters);
  }

  private Counter refunds(boolean succeeded) {
    return Counter.builder("stagedoor.refunds")
        .description("Refunds that came to their end")
        .tag("outcome", outcome(succeeded))
        .register(meters);
  }

  private Timer enrollments() {
    return Timer.builder("stagedoor.enrollments")
        .description("From the payment to the enrollment")
        .serviceLevelObjectives(ENROLLED_WITHIN)
        .register(meters);
  }

  private Timer videos(boolean succeeded) {
    return Timer.builder("stagedoor.videos")
        .description("From the whole file to the video")
        .tag("outcome", outcome(succeeded))
        .serviceLevelObjectives(PROCESSED_WITHIN)
        .register(meters);
  }

  private Timer serviceCalls(ServiceId service, boolean succeeded) {
    return Timer.builder("stagedoor.service.calls")
        .description("Calls to other services of the house")
        .tag("service", service.value())
        .tag("outcome", outcome(succeeded))
        .serviceLevelObjectives(ANSWERED_WITHIN)
        .register(meters);
  }

  private static String outcome(boolean succeeded) {
    return succeeded ? "succeeded" : "failed";
  }
}
