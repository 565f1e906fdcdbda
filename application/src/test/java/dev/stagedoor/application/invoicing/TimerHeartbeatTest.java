package dev.stagedoor.application.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimerHeartbeatTest {
  private final TimerHeartbeat heartbeat = new TimerHeartbeat();

  @Test
  void signsComeAgainAndAgainWhateverBecomesOfOthers() throws InterruptedException {
    CountDownLatch signs = new CountDownLatch(5);
    heartbeat.every(Duration.ofMillis(1), () -> {}).run();
    Runnable end = heartbeat.every(Duration.ofMillis(1), signs::countDown);

    assertThat(signs.await(1, TimeUnit.MINUTES)).isTrue();
    end.run();
  }

  @Test
  void whoEndsBeforeTheFirstPauseIsOverGivesNoSign() throws InterruptedException {
    CountDownLatch none = new CountDownLatch(1);
    CountDownLatch later = new CountDownLatch(1);
    heartbeat.every(Duration.ofMillis(200), none::countDown).run();
    Runnable end = heartbeat.every(Duration.ofMillis(400), later::countDown);

    assertThat(later.await(1, TimeUnit.MINUTES)).isTrue();

    assertThat(none.getCount()).isEqualTo(1);
    end.run();
  }
}
