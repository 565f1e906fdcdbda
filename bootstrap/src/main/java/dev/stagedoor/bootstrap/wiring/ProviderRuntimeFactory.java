package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.providers.support.CallGuard;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes what surrounds all calls to providers: where they are measured, and what guards them. */
@Factory
final class ProviderRuntimeFactory {
  /** Measures into the server's meters; a tracer's handler, where there is one, joins. */
  @Singleton
  ObservationRegistry observations(
      Optional<MeterRegistry> meters, List<ObservationHandler<?>> handlers) {
    ObservationRegistry observations = ObservationRegistry.create();
    meters
        .map(DefaultMeterObservationHandler::new)
        .ifPresent(observations.observationConfig()::observationHandler);
    handlers.forEach(observations.observationConfig()::observationHandler);
    return observations;
  }

  @Singleton
  CallGuard guard(PersistencePorts persistence) {
    return new ProviderCallGuard(persistence.unitOfWork()::isOpen);
  }

  @Singleton
  ProviderRuntime providerRuntime(
      ObservationRegistry observations, CallGuard guard, Clock clock, SecureRandom random) {
    return ProviderRuntime.of(observations, guard, clock, random);
  }
}
