package dev.stagedoor.web.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.services.ServiceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeteredMonitoringTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MeteredMonitoring monitoring = new MeteredMonitoring(meters);

  private double count(String name, String outcome) {
    return meters.get(name).tag("outcome", outcome).counter().count();
  }

  @Test
  void paymentsAndRefundsAreCountedByHowTheyEnded() {
    monitoring.paymentEnded(true);
    monitoring.paymentEnded(true);
    monitoring.paymentEnded(false);
    monitoring.refundEnded(false);

    assertThat(count("stagedoor.payments", "succeeded")).isEqualTo(2);
    assertThat(count("stagedoor.payments", "failed")).isEqualTo(1);
    assertThat(count("stagedoor.refunds", "succeeded")).isZero();
    assertThat(count("stagedoor.refunds", "failed")).isEqualTo(1);
  }

  @Test
  void whatTakesTimeIsTimed() {
    monitoring.enrolled(Duration.ofSeconds(3));
    monitoring.videoProcessed(true, Duration.ofMinutes(4));
    monitoring.serviceCalled(new ServiceId("file-service"), false, Duration.ofMillis(700));

    assertThat(meters.get("stagedoor.enrollments").timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(3);
    assertThat(
            meters
                .get("stagedoor.videos")
                .tag("outcome", "succeeded")
                .timer()
                .totalTime(TimeUnit.MINUTES))
        .isEqualTo(4);
    assertThat(
            meters
                .get("stagedoor.service.calls")
                .tags("service", "file-service", "outcome", "failed")
                .timer()
                .count())
        .isEqualTo(1);
  }
}
