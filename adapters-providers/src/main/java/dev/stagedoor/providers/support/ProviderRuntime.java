package dev.stagedoor.providers.support;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What surrounds all calls a process makes to providers.
 *
 * @param observations where each call is measured and traced
 * @param guard asked before each call
 * @param clock tells when a circuit closes again, and reads dates in answers
 * @param random spreads repeated calls
 * @param waiting waits between repeated calls
 */
public record ProviderRuntime(
    ObservationRegistry observations,
    CallGuard guard,
    Clock clock,
    RandomGenerator random,
    Waiting waiting) {

  /** Measures nothing and guards nothing: for tests, and for embedders that want no more. */
  public static ProviderRuntime plain() {
    return of(
        ObservationRegistry.NOOP,
        CallGuard.NONE,
        Clock.systemUTC(),
        RandomGenerator.of("L64X128MixRandom"));
  }

  public static ProviderRuntime of(
      ObservationRegistry observations, CallGuard guard, Clock clock, RandomGenerator random) {
    return new ProviderRuntime(observations, guard, clock, random, Waiting.REAL);
  }

  public ProviderRuntime with(ObservationRegistry registry) {
    return new ProviderRuntime(registry, guard, clock, random, waiting);
  }

  public ProviderRuntime with(CallGuard check) {
    return new ProviderRuntime(observations, check, clock, random, waiting);
  }

  public ProviderRuntime with(Clock time) {
    return new ProviderRuntime(observations, guard, time, random, waiting);
  }

  public ProviderRuntime with(Waiting pauses) {
    return new ProviderRuntime(observations, guard, clock, random, pauses);
  }
}
