package dev.stagedoor.web.courses;

import static dev.stagedoor.application.fake.InMemoryStagedoor.COURSE_SERVICE;
import static dev.stagedoor.application.fake.InMemoryStagedoor.PAYMENT_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.web.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of other services of the house: who is let in, and what is done for them. */
class ServiceCallsTest {
  private static final String COMPLETE = "/internal/enrollments/complete";
  private static final String KEY = "x-service-api-key";
  private static final String ID = "x-service-id";
  private static final String TIMESTAMP = "x-timestamp";
  private static final String SIGNATURE = "x-signature";

  private CoursesServer server;
  private School school;

  @BeforeEach
  void open() {
    server = new CoursesServer();
    school = server.aSchool(Status.PUBLISHED);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private byte[] grant(UUID payment) {
    return CoursesServer.bytes(
        Map.of(
            "userId", school.stranger().actor().userId().value().toString(),
            "courseId", school.course().toString(),
            "paymentId", payment.toString()));
  }

  private Map<String, String> signed(ServicePeer by, Duration ago, byte[] body) {
    String timestamp = "" + server.house().clock().instant().minus(ago).getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(KEY, by.apiKey().reveal());
    headers.put(ID, by.id().value());
    headers.put(TIMESTAMP, timestamp);
    headers.put(SIGNATURE, by.sign(timestamp, body));
    return headers;
  }

  private Answer send(String path, byte[] body, Map<String, String> headers) {
    var request = server.request("POST", path).bytes(body);
    headers.forEach(request::header);
    return request.header("Content-Type", "application/json").send();
  }

  private Answer call(ServicePeer by, String path, byte[] body) {
    return send(path, body, signed(by, Duration.ZERO, body));
  }

  @Test
  void thePaymentServiceEnrollsDropsAndReinstates() {
    UUID payment = UUID.randomUUID();

    assertThat(standing(call(PAYMENT_SERVICE, COMPLETE, grant(payment)))).isEqualTo("active");
    server.house().clock().advance(Duration.ofSeconds(1));
    Answer again = call(PAYMENT_SERVICE, COMPLETE, grant(payment));
    assertThat(standing(again)).isEqualTo("active");
    CoursesServer.check("success data:granted", again);
    // The route is not part of what is signed, so the same words need another second.
    server.house().clock().advance(Duration.ofSeconds(1));
    assertThat(standing(call(PAYMENT_SERVICE, "/internal/enrollments/drop", grant(payment))))
        .isEqualTo("dropped");
    server.house().clock().advance(Duration.ofSeconds(1));
    assertThat(standing(call(PAYMENT_SERVICE, COMPLETE, grant(payment)))).isEqualTo("dropped");
    server.house().clock().advance(Duration.ofSeconds(1));
    assertThat(standing(call(PAYMENT_SERVICE, "/internal/enrollments/reinstate", grant(payment))))
        .isEqualTo("active");
  }

  @Test
  void whatIsDroppedBeforeItWasCompletedIsDone() {
    UUID payment = UUID.randomUUID();

    Answer dropped = call(PAYMENT_SERVICE, "/internal/enrollments/drop", grant(payment));

    assertThat(dropped.status()).as(dropped.text()).isEqualTo(200);
    assertThat(dropped.member("success")).isEqualTo(true);
    server.house().clock().advance(Duration.ofSeconds(1));
    Answer late = call(PAYMENT_SERVICE, COMPLETE, grant(payment));
    assertThat(late.status()).as(late.text()).isEqualTo(200);
    assertThat(late.text()).doesNotContain("active");
  }

  private static String standing(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Map<?, ?> data = (Map<?, ?>) answer.member("data");
    return (String) ((Map<?, ?>) data.get("enrollment")).get("status");
  }

  @Test
  void eachFaultOfACallHasItsCodeAndChangesNothing() {
    byte[] body = grant(UUID.randomUUID());
    List<Object> before = school.everything();
    for (String header : List.of(KEY, ID, TIMESTAMP, SIGNATURE)) {
      Map<String, String> headers = signed(PAYMENT_SERVICE, Duration.ZERO, body);
      headers.remove(header);
      send(COMPLETE, body, headers).isProblem(401, "SERVICE_CALL_UNSIGNED");
    }
    Map<String, String> unknown = signed(PAYMENT_SERVICE, Duration.ZERO, body);
    unknown.put(KEY, "nobodys");
    send(COMPLETE, body, unknown).isProblem(401, "SERVICE_KEY_UNKNOWN");
    Map<String, String> borrowed = signed(PAYMENT_SERVICE, Duration.ZERO, body);
    borrowed.put(KEY, COURSE_SERVICE.apiKey().reveal());
    send(COMPLETE, body, borrowed).isProblem(401, "SERVICE_KEY_OF_ANOTHER");
    for (Duration ago : List.of(Duration.ofSeconds(301), Duration.ofSeconds(-301))) {
      send(COMPLETE, body, signed(PAYMENT_SERVICE, ago, body)).isProblem(401, "SERVICE_CALL_STALE");
    }
    byte[] altered = Arrays.copyOf(body, body.length + 1);
    altered[body.length] = ' ';
    send(COMPLETE, altered, signed(PAYMENT_SERVICE, Duration.ZERO, body))
        .isProblem(401, "SERVICE_SIGNATURE_WRONG");
    call(COURSE_SERVICE, COMPLETE, body).isProblem(403, "SERVICE_NOT_ALLOWED");

    assertThat(school.everything()).isEqualTo(before);
  }

  @Test
  void aCallIsTakenOnce() {
    byte[] body = grant(UUID.randomUUID());
    Map<String, String> headers = signed(PAYMENT_SERVICE, Duration.ofSeconds(299), body);

    assertThat(send(COMPLETE, body, headers).status()).isEqualTo(200);
    send(COMPLETE, body, headers).isProblem(401, "SERVICE_CALL_REPLAYED");
  }

  @Test
  void theSignatureIsOverTheBytesAsTheyCame() {
    UUID payment = UUID.randomUUID();
    String loose =
        new String(grant(payment), StandardCharsets.UTF_8).replace(",", " ,\n\t ") + "\n";
    byte[] body = loose.getBytes(StandardCharsets.UTF_8);

    assertThat(standing(call(PAYMENT_SERVICE, COMPLETE, body))).isEqualTo("active");
  }

  @Test
  void whatCannotBeReadIsLookedAtOnlyOnceItIsKnownWhoSentIt() {
    for (String nonsense : List.of("", "{", "[]", "null", "{\"userId\":7}")) {
      byte[] body = nonsense.getBytes(StandardCharsets.UTF_8);
      send(COMPLETE, body, Map.of()).isProblem(401, "SERVICE_CALL_UNSIGNED");
      Answer answer = call(PAYMENT_SERVICE, COMPLETE, body);
      assertThat(answer.status()).as(answer.text()).isIn(400, 422);
    }
    Answer missing = call(PAYMENT_SERVICE, COMPLETE, "{}".getBytes(StandardCharsets.UTF_8));
    missing.isProblem(422, "INVALID_VALUE");
    assertThat(missing.text()).contains("userId", "courseId", "paymentId");
    byte[] huge = ("{\"a\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    call(PAYMENT_SERVICE, COMPLETE, huge).isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void aPersonsTokenOpensNoDoorForServices() {
    byte[] body = grant(UUID.randomUUID());

    send(
            COMPLETE,
            body,
            Map.of("Authorization", "Bearer " + server.house().admin().token().reveal()))
        .isProblem(401, "SERVICE_CALL_UNSIGNED");
  }

  @Test
  void theCourseServiceOpensUploadsForLecturesOfACourse() {
    for (String path :
        List.of(
            "/api/files/internal/presigned-url",
            "/api/file/internal/presigned-url",
            "/internal/presigned-url")) {
      Answer answer = call(COURSE_SERVICE, path, wanted(school.course(), school.lecture()));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      CoursesServer.check("fileId uploadUrl headers:any expiresAt", answer);
      server.house().clock().advance(Duration.ofSeconds(1));
    }
    call(COURSE_SERVICE, "/internal/presigned-url", wanted(UUID.randomUUID(), school.lecture()))
        .isProblem(404, "NOT_FOUND");
    call(PAYMENT_SERVICE, "/internal/presigned-url", wanted(school.course(), school.lecture()))
        .isProblem(403, "SERVICE_NOT_ALLOWED");
  }

  private static byte[] wanted(UUID course, UUID lecture) {
    return CoursesServer.bytes(
        Map.of(
            "courseId",
            course.toString(),
            "lectureId",
            lecture.toString(),
            "fileName",
            "film.mp4",
            "fileSize",
            32,
            "contentType",
            "video/mp4"));
  }
}
