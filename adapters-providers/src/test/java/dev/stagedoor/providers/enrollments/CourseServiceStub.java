package dev.stagedoor.providers.enrollments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.fake.EnrollmentShelf;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A course service that lets in one payment service, each signed request once. */
final class CourseServiceStub extends FaultyServer {
  static final Secret KEY = Secret.of("stub-api-key-0123456789");
  static final Secret SECRET = Secret.of("stub-secret-0123456789-0123456789");
  private static final String ROUTES = "POST /internal/enrollments/";

  private final Set<String> seen = new HashSet<>();
  private final Clock clock;
  private final EnrollmentShelf shelf;

  CourseServiceStub(Clock clock) {
    this.clock = clock;
    this.shelf = new EnrollmentShelf(clock);
  }

  EnrollmentShelf shelf() {
    return shelf;
  }

  EnrollmentsConfig config() {
    return new EnrollmentsConfig(baseUrl(), "payment-service", KEY, SECRET);
  }

  @Override
  protected Reply refusal(int status) {
    return failed(status, "AS_WANTED");
  }

  private static Reply failed(int status, String code) {
    return Reply.json(
        status, Json.object().put("success", false).put("error", "refused").put("code", code));
  }

  @Override
  protected Reply answer(Asked request) {
    Optional<String> wrong = wrong(request);
    if (wrong.isPresent()) {
      return failed(401, wrong.get());
    }
    if (!request.call().startsWith(ROUTES)) {
      return Reply.empty(404);
    }
    try {
      apply(request.call().substring(ROUTES.length()), request.json());
    } catch (DomainException refused) {
      return failed(404, refused.code().name());
    }
    return Reply.json(200, Json.object().put("success", true));
  }

  private Optional<String> wrong(Asked request) {
    String service = request.header("x-service-id").orElse("");
    String timestamp = request.header("x-timestamp").orElse("0");
    String signature = request.header("x-signature").orElse("");
    if (!request.header("x-service-api-key").equals(Optional.of(KEY.reveal()))) {
      return Optional.of("SERVICE_KEY_UNKNOWN");
    }
    if (Math.abs(Long.parseLong(timestamp) - clock.instant().getEpochSecond()) > 300) {
      return Optional.of("SERVICE_CALL_STALE");
    }
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((service + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(request.body());
    if (!HmacSha256.of(SECRET).hex(signed.toByteArray()).equals(signature)) {
      return Optional.of("SERVICE_SIGNATURE_WRONG");
    }
    return seen.add(signature) ? Optional.empty() : Optional.of("SERVICE_CALL_REPLAYED");
  }

  private void apply(String what, JsonNode body) {
    UserId student = new UserId(id(body, "userId"));
    CourseId course = new CourseId(id(body, "courseId"));
    PaymentId payment = new PaymentId(id(body, "paymentId"));
    EnrollmentDesk desk = shelf.desk();
    switch (what) {
      case "complete" -> desk.complete(student, course, payment);
      case "drop" -> desk.drop(student, course, payment);
      case "reinstate" -> desk.reinstate(student, course, payment);
      default -> throw new IllegalArgumentException("no route " + what);
    }
  }

  private static UUID id(JsonNode body, String member) {
    return UUID.fromString(body.path(member).asText());
  }
}
