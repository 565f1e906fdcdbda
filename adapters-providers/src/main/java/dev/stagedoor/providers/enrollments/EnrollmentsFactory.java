package dev.stagedoor.providers.enrollments;

import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Offers the desk of a course service in a server. */
@Factory
final class EnrollmentsFactory {
  @Singleton
  EnrollmentDesk desk(EnrollmentsConfig config, ProviderRuntime runtime) {
    return Enrollments.open(config, runtime).desk();
  }
}
