package dev.stagedoor.web.error;

import dev.stagedoor.domain.kernel.DomainException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * Takes what our own code refuses to where all failures go. Routes for errors are found by their
 * type; exception handlers are looked for among all beans each time, as Micronaut 4.10 does not
 * know again what it looked for (its {@code ClosestTypeArgumentQualifier} has no {@code equals}),
 * and to refuse a request cost more than to serve it.
 */
@Hidden
@Controller
final class RefusalRoutes {
  private final FailureHandler failures;

  RefusalRoutes(FailureHandler failures) {
    this.failures = failures;
  }

  @Error(global = true)
  HttpResponse<?> refused(HttpRequest<?> request, DomainException refusal) {
    return failures.handle(request, refusal);
  }

  @Error(global = true)
  HttpResponse<?> refused(HttpRequest<?> request, DetailedRefusal refusal) {
    return failures.handle(request, refusal);
  }

  @Error(global = true)
  HttpResponse<?> refused(HttpRequest<?> request, WebException refusal) {
    return failures.handle(request, refusal);
  }
}
