package dev.stagedoor.providers.enrollments;

import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;

/** A course service of its own, ready to be asked. */
public final class Enrollments {
  public static final ProviderId ID = new ProviderId("course-service");

  private final EnrollmentDesk desk;

  private Enrollments(EnrollmentsConfig config, ProviderRuntime runtime, HttpLimits limits) {
    ProviderHttp http =
        ProviderHttp.to(ID, config.url(), runtime)
            .credential("x-service-api-key", config.apiKey())
            .limits(limits)
            .errorCode(HttpEnrollmentDesk::code)
            .build();
    this.desk = new HttpEnrollmentDesk(http, config.peer(), runtime.clock());
  }

  /** Opens it. Nothing is called until somebody is to be enrolled. */
  public static Enrollments open(EnrollmentsConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  static Enrollments open(EnrollmentsConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Enrollments(config, runtime, limits);
  }

  public EnrollmentDesk desk() {
    return desk;
  }
}
