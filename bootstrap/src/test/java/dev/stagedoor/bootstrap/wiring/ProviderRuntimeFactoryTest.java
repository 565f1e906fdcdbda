package dev.stagedoor.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.providers.support.CallGuard;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.NonBlocking;

class ProviderRuntimeFactoryTest {
  private static final class EventLoop extends Thread implements NonBlocking {
    EventLoop(Runnable task) {
      super(task);
    }
  }

  @Test
  void noProviderIsCalledInsideAUnitOfWork() {
    assertThatThrownBy(() -> new ProviderCallGuard(() -> true).check())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unit of work");
    assertThatCode(() -> new ProviderCallGuard(() -> false).check()).doesNotThrowAnyException();
  }

  @Test
  void noProviderIsCalledOnAnEventLoop() {
    FutureTask<Void> task = new FutureTask<>(new ProviderCallGuard(() -> false)::check, null);
    new EventLoop(task).start();

    assertThatThrownBy(task::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event loop");
  }

  @Test
  void callsAreMeasured() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry observations =
        new ProviderRuntimeFactory().observations(Optional.of(meters), List.of());
    ProviderCalls calls =
        new ProviderCalls(
            new ProviderId("acme"),
            ProviderRuntime.plain().with(observations).with(CallGuard.NONE));

    calls.run("mail.send", () -> {});

    assertThat(
            meters
                .get(ProviderCalls.OBSERVATION)
                .tags("provider", "acme", "operation", "mail.send", "outcome", "ok")
                .timer()
                .count())
        .isEqualTo(1);
  }
}
