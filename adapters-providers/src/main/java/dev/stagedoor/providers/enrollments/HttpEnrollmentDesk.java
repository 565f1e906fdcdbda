package dev.stagedoor.providers.enrollments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Enrolls students at a course service, by its internal routes. */
final class HttpEnrollmentDesk implements EnrollmentDesk {
  private static final int NOT_FOUND = 404;

  private final ProviderHttp http;
  private final ServicePeer us;
  private final Clock clock;

  HttpEnrollmentDesk(ProviderHttp http, ServicePeer us, Clock clock) {
    this.http = http;
    this.us = us;
    this.clock = clock;
  }

  @Override
  public void complete(UserId student, CourseId course, PaymentId payment) {
    ask("enrollment.complete", "/internal/enrollments/complete", student, course, payment);
  }

  @Override
  public void drop(UserId student, CourseId course, PaymentId payment) {
    ask("enrollment.drop", "/internal/enrollments/drop", student, course, payment);
  }

  @Override
  public void reinstate(UserId student, CourseId course, PaymentId payment) {
    ask("enrollment.reinstate", "/internal/enrollments/reinstate", student, course, payment);
  }

  private void ask(
      String operation, String route, UserId student, CourseId course, PaymentId payment) {
    byte[] body =
        Json.write(
            Json.object()
                .put("userId", student.value().toString())
                .put("courseId", course.value().toString())
                .put("paymentId", payment.value().toString())
                // Two calls in one second would have one signature, and the second be a replay.
                .put("requestId", UUID.randomUUID().toString()));
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    try {
      Answer answer =
          http.post(operation, route)
              .header("x-service-id", us.id().value())
              .header("x-timestamp", timestamp)
              .header("x-signature", us.sign(timestamp, body))
              .bytes("application/json", body)
              .send();
      if (!answer.json().path("success").asBoolean(false)) {
        throw answer.unreadable("success is not true");
      }
    } catch (ProviderException refused) {
      throw isNotFound(refused) ? DomainException.notFound() : refused;
    }
  }

  /**
   * Tells that the service knows no such course or student; without its code the address is bad.
   */
  private static boolean isNotFound(ProviderException refused) {
    return HttpRefusal.is(refused, NOT_FOUND)
        && HttpRefusal.behind(refused)
            .flatMap(HttpRefusal::code)
            .filter("NOT_FOUND"::equals)
            .isPresent();
  }

  /** Returns the service's own code for why it refused. */
  static Optional<String> code(Answer answer) {
    JsonNode code = answer.json().path("code");
    return Optional.ofNullable(code.textValue());
  }
}
