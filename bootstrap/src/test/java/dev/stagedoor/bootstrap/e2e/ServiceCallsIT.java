package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Films;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other services of the house call a server, rightly and wrongly, and it calls itself as one. */
class ServiceCallsIT {
  private static final String COMPLETE = "/internal/enrollments/complete";
  private static final String DROP = "/internal/enrollments/drop";
  private static final String PRESIGN = "/api/files/internal/presigned-url";
  private static final Service PAYMENTS =
      new Service("payment-service", "key-of-payments", "secret-of-payments");
  private static final Service COURSES =
      new Service("course-service", "key-of-courses", "secret-of-courses");

  @TempDir Path data;

  /** What a service sends with a call, and what it signs with. */
  private record Service(String id, String key, String secret) {
    String sign(String timestamp, String body) throws Exception {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(
              mac.doFinal((id + ":" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs a call at a moment. */
    Signed signs(String body, Instant at) throws Exception {
      String timestamp = Long.toString(at.getEpochSecond());
      return new Signed(id, key, timestamp, sign(timestamp, body), body);
    }
  }

  /** A call as it travels. */
  private record Signed(String id, String key, String timestamp, String signature, String body) {
    Api.Answer to(ServerProcess server, String path) throws Exception {
      return server
          .api()
          .post(
              path,
              body,
              "x-service-id",
              id,
              "x-service-api-key",
              key,
              "x-timestamp",
              timestamp,
              "x-signature",
              signature);
    }

    Signed as(Service other) {
      return new Signed(other.id(), key, timestamp, signature, body);
    }

    Signed withKey(String other) {
      return new Signed(id, other, timestamp, signature, body);
    }

    Signed saying(String other) {
      return new Signed(id, key, timestamp, signature, other);
    }

    Signed withSignature(String other) {
      return new Signed(id, key, timestamp, other, body);
    }
  }

  private ServerProcess start(int port, String... more) throws Exception {
    String[] settings = new String[more.length + 4];
    settings[0] = setting(PAYMENTS, "api-key", PAYMENTS.key());
    settings[1] = setting(PAYMENTS, "secret", PAYMENTS.secret());
    settings[2] = setting(COURSES, "api-key", COURSES.key());
    settings[3] = setting(COURSES, "secret", COURSES.secret());
    System.arraycopy(more, 0, settings, 4, more.length);
    return ServerProcess.start(data, port, settings);
  }

  private static String setting(Service service, String name, String value) {
    return "--stagedoor.services." + service.id() + "." + name + "=" + value;
  }

  @Test
  void studentsAreEnrolledAndDroppedByWhoeverSignsRightlyAndByNobodyElse() throws Exception {
    try (ServerProcess server = start(Ports.next())) {
      String course =
          CourseMember.registers(server.api(), "teacher@example.org").sells("Drawing", "20.00");
      CourseMember student = CourseMember.registers(server.api(), "student@example.org");
      String grant = grant(student.id(), course, UUID.randomUUID());

      assertEachFaultHasItsCode(server, COMPLETE, PAYMENTS, COURSES, grant);
      student.enrollment(course).mustBe(403);

      Signed right = PAYMENTS.signs(grant, Instant.now());
      assertThat(right.to(server, COMPLETE).mustBe(200).text("/data/enrollment/status"))
          .isEqualTo("active");
      assertRefused(right.to(server, COMPLETE), 401, "SERVICE_CALL_REPLAYED");
      // The replay stays one in capitals, which are the same digits.
      assertRefused(
          right.withSignature(right.signature().toUpperCase(Locale.ROOT)).to(server, COMPLETE),
          401,
          "SERVICE_CALL_REPLAYED");
      student.awaitEnrollment(course, "active");

      // Where a call goes is not signed: within one second, the same words are the same call.
      assertEachFaultHasItsCode(server, DROP, PAYMENTS, COURSES, grant + " ");
      assertThat(student.enrollment(course).mustBe(200).text("/data/status")).isEqualTo("active");

      // The signature is over the bytes: how a service writes its JSON is its own matter.
      Signed drop = PAYMENTS.signs("\n" + grant.replace("u", "\\u0075") + "  ", Instant.now());
      assertThat(drop.to(server, DROP).mustBe(200).text("/data/enrollment/status"))
          .isEqualTo("dropped");
      assertRefused(drop.to(server, DROP), 401, "SERVICE_CALL_REPLAYED");
      assertThat(student.enrollment(course).mustBe(200).text("/data/status")).isEqualTo("dropped");
    }
  }

  @Test
  void filesAreTakenInForWhoeverSignsRightlyAndForNobodyElse() throws Exception {
    try (ServerProcess server = start(Ports.next())) {
      CourseMember teacher = CourseMember.registers(server.api(), "teacher@example.org");
      String course = teacher.sells("Drawing", "20.00");
      String lecture = teacher.addsLecture(course, "Lines");
      byte[] film = Films.mp4();
      String wanted =
          """
          {"courseId": "%s", "lectureId": "%s", "fileName": "lesson1.mp4", "fileSize": %d, "contentType": "video/mp4"}
          """
              .formatted(course, lecture, film.length);

      assertEachFaultHasItsCode(server, PRESIGN, COURSES, PAYMENTS, wanted);

      Signed right = COURSES.signs(wanted, Instant.now());
      Api.Answer opened = right.to(server, PRESIGN).mustBe(200);
      assertThat(Instant.parse(opened.text("/expiresAt"))).isAfter(Instant.now());
      assertRefused(right.to(server, PRESIGN), 401, "SERVICE_CALL_REPLAYED");

      CourseMember.put(opened.text("/uploadUrl"), film);
      teacher.confirms(lecture, opened.text("/fileId")).mustBe(202);
      teacher.awaitFilm(lecture);
    }
  }

  @Test
  void aServerThatIsToldToEnrollsByCallingTheDeskOfAnother() throws Exception {
    int port = Ports.next();
    try (ServerProcess server =
        start(
            port,
            "--stagedoor.courses.enrollments=http",
            "--stagedoor.courses.enrollment-service.url=http://localhost:" + port,
            "--stagedoor.courses.enrollment-service.api-key=" + PAYMENTS.key(),
            "--stagedoor.courses.enrollment-service.secret=" + PAYMENTS.secret())) {
      String course =
          CourseMember.registers(server.api(), "teacher@example.org").sells("Drawing", "20.00");
      CourseMember verifying = CourseMember.registers(server.api(), "verifying@example.org");
      CourseMember waiting = CourseMember.registers(server.api(), "waiting@example.org");

      CourseMember.Opened opened = verifying.wantsToPay(course);
      verifying.pays(opened);
      assertThat(verifying.verifies(opened).mustBe(200).text("/data/enrollment/status"))
          .isEqualTo("active");

      waiting.pays(waiting.wantsToPay(course));
      waiting.awaitEnrollment(course, "active");

      verifying
          .api()
          .post("/api/payment/payments/" + opened.payment() + "/refund", "{}")
          .mustBe(200);
      verifying.awaitEnrollment(course, "dropped");
      assertThat(waiting.enrollment(course).mustBe(200).text("/data/status")).isEqualTo("active");
      assertThat(server.log())
          .contains(COMPLETE, DROP)
          .doesNotContain(PAYMENTS.key(), PAYMENTS.secret());
    }
  }

  /** Goes through what can be wrong with a call, each thing alone. */
  private static void assertEachFaultHasItsCode(
      ServerProcess server, String path, Service caller, Service stranger, String body)
      throws Exception {
    Instant now = Instant.now();
    Signed right = caller.signs(body, now);
    assertRefused(server.api().post(path, body), 401, "SERVICE_CALL_UNSIGNED");
    assertRefused(right.withSignature("none").to(server, path), 401, "SERVICE_CALL_UNSIGNED");
    assertRefused(right.withKey("nobody's").to(server, path), 401, "SERVICE_KEY_UNKNOWN");
    assertRefused(right.withKey(stranger.key()).to(server, path), 401, "SERVICE_KEY_OF_ANOTHER");
    assertRefused(right.as(stranger).to(server, path), 401, "SERVICE_KEY_OF_ANOTHER");
    assertRefused(
        caller.signs(body, now.minus(Duration.ofMinutes(6))).to(server, path),
        401,
        "SERVICE_CALL_STALE");
    assertRefused(
        caller.signs(body, now.plus(Duration.ofMinutes(6))).to(server, path),
        401,
        "SERVICE_CALL_STALE");
    assertRefused(
        right.saying(body.replace("\":", "\" :")).to(server, path), 401, "SERVICE_SIGNATURE_WRONG");
    Service withAnotherSecret = new Service(caller.id(), caller.key(), stranger.secret());
    assertRefused(
        withAnotherSecret.signs(body, now).to(server, path), 401, "SERVICE_SIGNATURE_WRONG");
    assertRefused(stranger.signs(body, now).to(server, path), 403, "SERVICE_NOT_ALLOWED");
  }

  private static void assertRefused(Api.Answer answer, int status, String code) {
    assertThat(answer.mustBe(status).text("/code")).isEqualTo(code);
    assertThat(answer.json().path("success").asBoolean(true)).isFalse();
  }

  private static String grant(String student, String course, UUID payment) {
    return "{\"userId\": \"%s\", \"courseId\": \"%s\", \"paymentId\": \"%s\"}"
        .formatted(student, course, payment);
  }
}
