package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderCallsTest {
  private static final ProviderId ACME = new ProviderId("acme");

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private final HandClock clock = new HandClock();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger asked = new AtomicInteger();
  private final ProviderCalls calls = new ProviderCalls(ACME, runtime());

  private ProviderRuntime runtime() {
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return ProviderRuntime.plain().with(observations).with(clock);
  }

  private ProviderException fail(Kind kind) {
    return catchThrowableOfType(
        ProviderException.class,
        () ->
            calls.run(
                "mail.send",
                () -> {
                  asked.incrementAndGet();
                  throw new ProviderException(ACME, kind, "as the test wants");
                }));
  }

  private long counted(String outcome) {
    return meters
        .get("stagedoor.provider.call")
        .tags("provider", "acme", "operation", "mail.send", "outcome", outcome)
        .timer()
        .count();
  }

  @Test
  void eachCallIsCountedByItsOutcome() {
    assertThat(calls.call("mail.send", () -> "done")).isEqualTo("done");
    fail(Kind.REJECTED);
    fail(Kind.REJECTED);

    assertThat(counted("ok")).isEqualTo(1);
    assertThat(counted("rejected")).isEqualTo(2);
  }

  @Test
  void aBugPassesThroughAndIsCounted() {
    assertThatThrownBy(
            () ->
                calls.run(
                    "mail.send",
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");

    assertThat(counted("error")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "UNREADABLE"})
  void whoDoesNotAnswerIsNotAskedForAWhile(Kind kind) {
    for (int i = 0; i < 5; i++) {
      fail(kind);
    }
    clock.now = clock.now.plusSeconds(5);

    ProviderException failure = fail(kind);

    assertThat(asked).hasValue(5);
    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.retryAfter()).contains(ProviderCalls.REST.minusSeconds(5));
    assertThat(counted("unavailable")).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "UNAUTHORISED", "RATE_LIMITED"})
  void whoSaysNoIsAskedAgain(Kind kind) {
    for (int i = 0; i < 20; i++) {
      fail(kind);
    }

    assertThat(asked).hasValue(20);
  }

  @Test
  void bugsOfOursDoNotOpenTheCircuit() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  calls.run(
                      "mail.send",
                      () -> {
                        throw new IllegalStateException("a bug");
                      }))
          .hasMessage("a bug");
    }

    assertThat(calls.call("mail.send", () -> 1)).isEqualTo(1);
  }

  @Test
  void afterItsRestAProviderIsAskedOnceAndTrustedAgain() {
    for (int i = 0; i < 5; i++) {
      fail(Kind.UNAVAILABLE);
    }
    clock.now = clock.now.plus(ProviderCalls.REST).plusMillis(1);

    assertThat(calls.call("mail.send", () -> "back")).isEqualTo("back");
    assertThat(calls.call("mail.send", () -> "again")).isEqualTo("again");
  }

  @Test
  void oneThatIsStillDownRestsAgain() {
    for (int i = 0; i < 5; i++) {
      fail(Kind.UNAVAILABLE);
    }
    clock.now = clock.now.plus(ProviderCalls.REST).plusMillis(1);
    fail(Kind.UNAVAILABLE);

    ProviderException failure = fail(Kind.UNAVAILABLE);

    assertThat(asked).hasValue(6);
    assertThat(failure.retryAfter()).contains(ProviderCalls.REST);
  }

  @Test
  void whileOneCallFindsOutTheOthersAreToldToComeBackSoon() {
    for (int i = 0; i < 5; i++) {
      fail(Kind.UNAVAILABLE);
    }
    clock.now = clock.now.plus(ProviderCalls.REST).plusMillis(1);

    ProviderException inside = calls.call("mail.send", () -> fail(Kind.UNAVAILABLE));

    assertThat(asked).hasValue(5);
    assertThat(inside.retryAfter()).contains(Duration.ofSeconds(1));
  }

  @Test
  void theGuardIsAskedBeforeTheCall() {
    ProviderCalls guarded =
        new ProviderCalls(
            ACME,
            ProviderRuntime.plain()
                .with(
                    () -> {
                      throw new IllegalStateException("inside a unit of work");
                    }));

    assertThatThrownBy(() -> guarded.run("mail.send", asked::incrementAndGet))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("inside a unit of work");
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mail", "mail send", "mail/1", "https://x", "1"})
  void anOperationIsAName(String operation) {
    assertThatThrownBy(() -> calls.run(operation, asked::incrementAndGet))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
