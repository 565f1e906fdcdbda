package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Makes the calls to one provider: asks the guard, measures each as {@code
 * stagedoor.provider.call}, and stops calling for {@link #REST} when half of the calls of a minute,
 * and {@value #FEWEST} at least, found nobody or lost their answer. A provider that says no is one
 * that works.
 */
public final class ProviderCalls {
  /** Names the observation; its keys are provider, operation and outcome. */
  public static final String OBSERVATION = "stagedoor.provider.call";

  /** How long nothing is asked of a provider that does not answer. */
  public static final Duration REST = Duration.ofSeconds(20);

  private static final int FEWEST = 5;
  private static final Pattern OPERATION = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");

  private final ProviderId provider;
  private final ProviderRuntime runtime;
  private final CircuitBreaker breaker;
  private volatile Instant open = Instant.MIN;

  public ProviderCalls(ProviderId provider, ProviderRuntime runtime) {
    this.provider = provider;
    this.runtime = runtime;
    this.breaker =
        CircuitBreaker.of(
            provider.value(),
            CircuitBreakerConfig.custom()
                .clock(runtime.clock())
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(60)
                .minimumNumberOfCalls(FEWEST)
                .failureRateThreshold(50)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                open = runtime.clock().instant().plus(REST);
              }
            });
  }

  public ProviderId provider() {
    return provider;
  }

  ProviderRuntime runtime() {
    return runtime;
  }

  /**
   * Makes one call that is not HTTP of ours: SMTP, or a vendor's SDK. It is made once, and must
   * bound its own time and throw {@link ProviderException} for what it can name.
   *
   * @param operation what is done, in a word or two of lower case: {@code mail.send}; never an id
   * @throws ProviderException what the call threw, or UNAVAILABLE while the circuit is open
   * @throws IllegalStateException when the guard refuses
   */
  public <T> T call(String operation, Supplier<T> call) {
    return observed(operation, new Observation.Context(), () -> attempt(call, answer -> false));
  }

  /** Like {@link #call}, for what returns nothing. */
  public void run(String operation, Runnable call) {
    Boolean ignored =
        call(
            operation,
            () -> {
              call.run();
              return Boolean.TRUE;
            });
  }

  /** Surrounds all attempts at one call. */
  <T> T observed(String operation, Observation.Context context, Supplier<T> call) {
    if (!OPERATION.matcher(operation).matches()) {
      throw new IllegalArgumentException("not the name of an operation: " + operation);
    }
    runtime.guard().check();
    Observation observation =
        Observation.createNotStarted(OBSERVATION, () -> context, runtime.observations())
            .contextualName(provider + " " + operation)
            .lowCardinalityKeyValue("provider", provider.value())
            .lowCardinalityKeyValue("operation", operation)
            .start();
    String outcome = "error";
    Observation.Scope scope = observation.openScope();
    try {
      T answer = call.get();
      outcome = "ok";
      return answer;
    } catch (ProviderException e) {
      outcome = e.kind().name().toLowerCase(Locale.ROOT);
      observation.error(e);
      throw e;
    } catch (RuntimeException | Error e) {
      observation.error(e);
      throw e;
    } finally {
      scope.close();
      observation.lowCardinalityKeyValue("outcome", outcome).stop();
    }
  }

  /** Makes one attempt, if the circuit lets it, and tells the circuit what came of it. */
  <T> T attempt(Supplier<T> call, Predicate<T> isFailure) {
    if (!breaker.tryAcquirePermission()) {
      throw new ProviderException(
          provider, Kind.UNAVAILABLE, "not asked: it did not answer of late", rest(), null);
    }
    long started = breaker.getCurrentTimestamp();
    Verdict verdict = Verdict.NOT_KNOWN;
    try {
      T answer = call.get();
      verdict = isFailure.test(answer) ? Verdict.DOWN : Verdict.UP;
      return answer;
    } catch (ProviderException e) {
      verdict =
          e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.UNREADABLE ? Verdict.DOWN : Verdict.UP;
      throw e;
    } finally {
      settle(verdict, breaker.getCurrentTimestamp() - started);
    }
  }

  private enum Verdict {
    UP,
    DOWN,
    /** A bug of ours says nothing of the provider. */
    NOT_KNOWN
  }

  private void settle(Verdict verdict, long duration) {
    TimeUnit unit = breaker.getTimestampUnit();
    switch (verdict) {
      case UP -> breaker.onSuccess(duration, unit);
      case DOWN -> breaker.onError(duration, unit, new Unanswered());
      case NOT_KNOWN -> breaker.releasePermission();
    }
  }

  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unanswered() {
      super("no answer", null, false, false);
    }
  }

  private Duration rest() {
    Duration left = Duration.between(runtime.clock().instant(), open);
    // Half open: another call is finding out right now.
    return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
  }

  @Override
  public String toString() {
    return "calls to " + provider;
  }
}
