package dev.stagedoor.web.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.courses.CourseRule.Guard;
import dev.stagedoor.web.courses.School.Caller;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the routes of courses take, what they refuse, and what comes of a journey. */
class CoursesApiTest {
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

  static Stream<CourseRule> rulesWithBody() {
    return CourseRule.ALL.stream().filter(rule -> !rule.body().isEmpty());
  }

  static Stream<CourseRule> creating() {
    return CourseRule.ALL.stream()
        .filter(rule -> rule.method().equals("POST") && rule.success() == 201);
  }

  /** Returns somebody who may. */
  private Person allowed(CourseRule rule) {
    Guard guard = rule.guard();
    return school.person(
        Stream.of(Caller.TEACHER, Caller.STUDENT)
            .filter(caller -> guard.refusal(caller, Status.PUBLISHED) == 0)
            .findFirst()
            .orElseThrow());
  }

  private Answer send(CourseRule rule, @Nullable Object body) {
    return server.call(allowed(rule), rule.method(), rule.addresses(school).get(0), body);
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void whatIsMissingIsNamed(CourseRule rule) {
    Map<String, String> wrong = new TreeMap<>();
    for (String member : rule.required()) {
      Map<String, Object> body = rule.body(school);
      body.remove(member);
      expectNamed(wrong, "without " + member, member, send(rule, body));
      body.put(member, null);
      expectNamed(wrong, "null for " + member, member, send(rule, body));
      if (rule.body(school).get(member) instanceof String
          && !member.endsWith("Id")
          && !member.equals("contentType")) {
        body.put(member, " \t");
        expectNamed(wrong, "blank " + member, member, send(rule, body));
      }
    }
    if (rule.required().size() > 1) {
      Answer nothing = send(rule, Map.of());
      rule.required().forEach(member -> expectNamed(wrong, "empty", member, nothing));
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void whatIsOfAnotherKindOrBeyondAllMeasureIsRefused(CourseRule rule) {
    // What the browser was told is not looked at, and a reason may be as long as it likes.
    Set<String> free = Set.of("paymentGatewayId", "signature", "reason");
    // A place before the first is the first.
    Set<String> bounded = Set.of("position");
    Map<String, String> wrong = new TreeMap<>();
    rule.body(school)
        .forEach(
            (member, value) -> {
              Map<String, Object> body = rule.body(school);
              body.put(member, Map.of("a", Map.of("b", 1)));
              expectRefused(wrong, member + " of another kind", send(rule, body));
              if (value instanceof Number) {
                body.put(member, new BigDecimal("1e999999"));
                expectRefused(wrong, "huge " + member, send(rule, body));
                if (!bounded.contains(member)) {
                  body.put(member, -1);
                  expectRefused(wrong, "negative " + member, send(rule, body));
                }
              } else if (value instanceof String && !free.contains(member)) {
                body.put(member, "x".repeat(30_000));
                expectRefused(wrong, "long " + member, send(rule, body));
              }
            });
    for (String unreadable : List.of("{", "[]", "nonsense", "7", "{\"a\":}")) {
      expectRefused(wrong, "body " + unreadable, send(rule, unreadable));
    }

    assertThat(wrong).isEmpty();
  }

  private static void expectRefused(Map<String, String> wrong, String name, Answer answer) {
    if (answer.status() != 400 && answer.status() != 422) {
      wrong.put(name, answer.status() + " " + answer.text());
    }
  }

  private static void expectNamed(
      Map<String, String> wrong, String name, String member, Answer answer) {
    boolean isNamed =
        answer.status() == 422
            && answer.member("errors") instanceof List<?> faults
            && faults.stream().anyMatch(fault -> member.equals(((Map<?, ?>) fault).get("field")));
    if (!isNamed) {
      wrong.put(name + " " + member, answer.status() + " " + answer.text());
    }
  }

  @ParameterizedTest
  @MethodSource("creating")
  void aRepeatedRequestCreatesOnce(CourseRule rule) {
    Map<String, Object> body = rule.body(school);
    Map<String, String> key = Map.of("Idempotency-Key", "again " + rule);
    Person who = allowed(rule);
    String path = rule.addresses(school).get(0);

    Answer first = server.call(who, "POST", path, body, key);
    List<Object> once = school.everything();
    Answer again = server.call(who, "POST", path, body, key);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(school.everything()).isEqualTo(once);
    body.put(body.keySet().iterator().next(), "something else");
    server.call(who, "POST", path, body, key).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  private static Map<?, ?> data(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    assertThat(answer.member("success")).isEqualTo(true);
    return (Map<?, ?>) answer.member("data");
  }

  private Map<?, ?> pay(Person who, Map<String, Object> body) {
    return data(server.call(who, "POST", "/api/payment/payments", body));
  }

  private Map<String, Object> wish() {
    return Map.of("courseId", school.course().toString(), "amount", 99.99, "currency", "USD");
  }

  private ProviderRef charge(Map<?, ?> opened) {
    return new ProviderRef(InMemoryStagedoor.FAKE, (String) opened.get("gatewayOrderId"));
  }

  private Answer verify(Person who, Map<?, ?> opened) {
    return server.call(
        who,
        "POST",
        "/api/payment/payments/" + opened.get("paymentId") + "/verify",
        Map.of("paymentGatewayId", "pi_xxx", "signature", "..."));
  }

  @Test
  void whoPaysIsEnrolledOnceHoweverOftenItIsVerified() {
    Person buyer = school.stranger();
    Map<?, ?> opened = pay(buyer, wish());
    assertThat(opened.get("amount")).isEqualTo(99.99);
    assertThat(opened.get("status")).isEqualTo("pending");
    server.house().payments().pay(charge(opened));

    Map<?, ?> verified = data(verify(buyer, opened));

    assertThat(verified.get("status")).isEqualTo("completed");
    assertThat(data(verify(buyer, opened)).get("enrollment")).isEqualTo(verified.get("enrollment"));
    Answer mine = server.call(buyer, "GET", "/api/course/enrollments/me", null);
    assertThat(mine.member("data")).isEqualTo(List.of(verified.get("enrollment")));
    assertThat(mine.member("total")).isEqualTo(1);
    server.call(buyer, "POST", "/api/payment/payments", wish()).isProblem(409, "ALREADY_ENROLLED");
  }

  @Test
  void aPaymentThatIsNotThereIsToldAsTheDocumentDoes() {
    Person buyer = school.stranger();
    Map<?, ?> opened = pay(buyer, wish());

    Answer pending = verify(buyer, opened).isProblem(402, "PAYMENT_NOT_VERIFIED");
    server.house().payments().decline(charge(opened), "card_declined");
    Answer failed = verify(buyer, opened).isProblem(402, "PAYMENT_NOT_VERIFIED");

    assertThat(pending.json())
        .containsEntry("error", "Payment verification failed")
        .containsEntry("paymentStatus", "pending");
    assertThat(failed.json())
        .containsEntry("success", false)
        .containsEntry("error", "Payment verification failed")
        .containsEntry("paymentStatus", "failed");
    assertThat(failed.member("gatewayError"))
        .isEqualTo("Your card was declined. Please try a different payment method.");
    assertThat(pending.member("gatewayError")).isEqualTo("Not paid yet.");
    Answer seen =
        server.call(buyer, "GET", "/api/payment/payments/" + opened.get("paymentId"), null);
    assertThat(data(seen).get("paymentError")).isNotNull();
    assertThat((List<?>) server.call(buyer, "GET", "/enrollments/me", null).member("data"))
        .isEmpty();
  }

  @Test
  void aWrongAmountIsToldWithTheRightOne() {
    Answer wrong =
        server
            .call(
                school.stranger(),
                "POST",
                "/api/payment/payments",
                Map.of("courseId", school.course().toString(), "amount", 1))
            .isProblem(422, "AMOUNT_MISMATCH");

    assertThat(wrong.json())
        .containsEntry("expectedAmount", 99.99)
        .containsEntry("currency", "USD");
  }

  @Test
  void theRightAmountInAnotherCurrencyIsRefusedForItsCurrency() {
    Answer wrong =
        server
            .call(
                school.stranger(),
                "POST",
                "/api/payment/payments",
                Map.of("courseId", school.course().toString(), "amount", 99.99, "currency", "EUR"))
            .isProblem(422, "INVALID_VALUE");

    assertThat(wrong.text()).contains("\"currency\"", "This is not one of the choices.");
  }

  @Test
  void whatCannotBeAPaymentMethodIsRefused() {
    for (String method : List.of("No Such", "")) {
      Answer answer =
          server.call(
              school.stranger(),
              "POST",
              "/api/payment/payments",
              Map.of("courseId", school.course().toString(), "paymentMethod", method));
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    }
  }

  @Test
  void aCourseThatCostsNothingEnrollsAtOnce() {
    Map<?, ?> free =
        data(
            server.call(
                school.teacher(),
                "POST",
                "/api/course/courses",
                Map.of("title", "Free", "status", "published")));
    assertThat(free.get("price")).isEqualTo(0.0);

    Map<?, ?> got = pay(school.stranger(), Map.of("courseId", free.get("id")));

    assertThat(got.get("status")).isEqualTo("completed");
    assertThat(got.get("paymentId")).isNull();
    assertThat((Map<?, ?>) got.get("enrollment")).isNotNull();
  }

  @Test
  void moneyGoesBackInPartsAndAllOfItEndsTheEnrollment() {
    String path = "/api/payment/payments/" + school.payment() + "/refund";
    Map<?, ?> part = data(server.call(school.student(), "POST", path, Map.of("amount", 9.99)));
    assertThat(part.get("refundedTotal")).isEqualTo(9.99);
    assertThat(enrollment().get("status")).isEqualTo("active");
    server
        .call(school.student(), "POST", path, Map.of("amount", 90.01))
        .isProblem(422, "REFUND_EXCEEDS_PAYMENT");
    for (int nothing : List.of(0, -5)) {
      server
          .call(school.student(), "POST", path, Map.of("amount", nothing))
          .isProblem(422, "INVALID_VALUE");
    }

    Map<?, ?> rest = data(server.call(school.teacher(), "POST", path, null));

    assertThat(rest.get("amount")).isEqualTo(90.0);
    assertThat(rest.get("refundedTotal")).isEqualTo(99.99);
    assertThat(server.house().runJobs()).isEmpty();
    assertThat(enrollment().get("status")).isEqualTo("dropped");
    server
        .call(school.student(), "GET", "/api/course/lectures/" + school.lecture(), null)
        .isProblem(403, "NOT_ENROLLED");
  }

  private Map<?, ?> enrollment() {
    return data(
        server.call(
            school.student(), "GET", "/api/course/enrollments/course/" + school.course(), null));
  }

  @Test
  void studentsCannotTakeTheirMoneyBackForEver() {
    server.house().clock().advance(Duration.ofDays(15));

    server
        .call(
            server.house().signIn(school.student().email()),
            "POST",
            "/payments/" + school.payment() + "/refund",
            Map.of())
        .isProblem(403, "REFUND_WINDOW_OVER");
  }

  @Test
  void whatWasSentPlaysForStudentsOnceItIsPrepared() {
    String path = "/api/course/lectures/" + school.lecture();
    byte[] film = LibraryWorld.aFilm();
    Map<?, ?> opened =
        data(
            server.call(
                school.teacher(),
                "POST",
                path + "/upload",
                Map.of("fileName", "b.mp4", "fileSize", film.length, "contentType", "video/mp4")));
    Map<String, Object> file = Map.of("fileId", opened.get("fileId"));
    server
        .call(school.teacher(), "POST", path + "/confirm-upload", file)
        .isProblem(409, "FILE_NOT_RECEIVED");
    send(opened, film);

    Answer confirmed = server.call(school.teacher(), "POST", path + "/confirm-upload", file);

    assertThat(confirmed.status()).isEqualTo(202);
    assertThat(data(confirmed).get("status")).isEqualTo("processing");
    assertThat(server.house().runJobs()).isEmpty();
    server.house().library().finishProcessing();
    server.house().later(Duration.ofSeconds(5));
    Answer status = server.call(school.student(), "GET", path + "/status", null);
    assertThat(status.json()).containsEntry("status", "completed").containsEntry("progress", 100);
    Map<?, ?> lecture = data(server.call(school.student(), "GET", path, null));
    assertThat(server.house().library().plays((String) lecture.get("videoUrl"))).isTrue();
    assertThat(server.house().library().shows((String) lecture.get("thumbnailUrl"))).isTrue();
    assertThat(lecture.get("duration")).isEqualTo(16);
    assertThat(lecture.get("videoUrlExpiresAt")).isNotNull();
  }

  private void send(Map<?, ?> opened, byte[] bytes) {
    Map<String, String> headers =
        ((Map<?, ?>) opened.get("headers"))
            .entrySet().stream()
                .collect(
                    Collectors.toMap(
                        header -> (String) header.getKey(), header -> (String) header.getValue()));
    assertThat(
            server
                .house()
                .storage()
                .send(
                    new StorageWorld.Request(
                        "PUT", URI.create((String) opened.get("uploadUrl")), headers, bytes))
                .isSuccess())
        .isTrue();
  }

  @Test
  void aFileThatIsNoFilmFailsInTheReadersLanguage() {
    String path = "/api/course/lectures/" + school.awaiting();
    byte[] letter = LibraryWorld.aLetter();
    Map<?, ?> opened =
        data(
            server.call(
                school.teacher(),
                "POST",
                path + "/upload",
                Map.of(
                    "fileName", "b.mp4", "fileSize", letter.length, "contentType", "video/mp4")));
    send(opened, letter);
    Answer confirmed =
        server.call(
            school.teacher(),
            "POST",
            path + "/confirm-upload",
            Map.of("fileId", opened.get("fileId")));
    assertThat(confirmed.status()).isEqualTo(202);
    assertThat(server.house().runJobs()).isEmpty();
    server.house().library().finishProcessing();
    server.house().later(Duration.ofSeconds(5));

    Answer status = server.call(school.teacher(), "GET", path + "/status?lang=de", null);

    assertThat(status.json())
        .containsEntry("status", "failed")
        .containsEntry("error", "Die Datei ist kein Video oder ist beschädigt.");
  }

  @Test
  void filesThatAreNoVideosOrTooLargeAreNotTaken() {
    String path = "/api/course/lectures/" + school.lecture() + "/upload";
    Answer type =
        server
            .call(
                school.teacher(),
                "POST",
                path,
                Map.of("fileName", "a.pdf", "fileSize", 10, "contentType", "application/pdf"))
            .isProblem(422, "FILE_TYPE_NOT_TAKEN");
    Answer size =
        server
            .call(
                school.teacher(),
                "POST",
                path,
                Map.of("fileName", "a.mp4", "fileSize", 6L << 30, "contentType", "video/mp4"))
            .isProblem(422, "FILE_TOO_LARGE");

    assertThat(type.member("contentType")).isEqualTo("application/pdf");
    assertThat(size.json()).containsKey("limit");
  }

  @Test
  void progressNeverGoesBackAndEndsInACertificateThatAnybodyCanCheck() {
    String path = "/api/course/enrollments/course/" + school.course() + "/progress";
    assertThat(learn(path, 75.559).get("progressPercentage")).isEqualTo(75.55);
    assertThat(learn(path, 20).get("progressPercentage")).isEqualTo(75.55);
    server
        .call(school.student(), "PATCH", path, Map.of("progressPercentage", 100.01))
        .isProblem(422, "INVALID_VALUE");

    Map<?, ?> done =
        data(server.call(school.student(), "PATCH", path, Map.of("progressPercentage", 100)));

    assertThat(((Map<?, ?>) done.get("enrollment")).get("status")).isEqualTo("completed");
    Map<?, ?> certificate = (Map<?, ?>) done.get("certificate");
    String number = (String) certificate.get("number");
    Answer checked =
        server.call(
            null,
            "GET",
            "/api/course/certificates/" + number.toLowerCase(Locale.ROOT).replace("-", ""),
            null);
    assertThat(data(checked)).isEqualTo(certificate);
    assertThat(certificate.get("valid")).isEqualTo(true);
    Map<?, ?> again = data(server.call(school.student(), "DELETE", path, null));
    assertThat(((Map<?, ?>) again.get("enrollment")).get("progressPercentage")).isEqualTo(0.0);
    server
        .call(null, "GET", "/api/course/certificates/nonsense", null)
        .isProblem(404, "CERTIFICATE_UNKNOWN");
  }

  private Map<?, ?> learn(String path, double percent) {
    Map<?, ?> data =
        data(server.call(school.student(), "PATCH", path, Map.of("progressPercentage", percent)));
    return (Map<?, ?>) data.get("enrollment");
  }

  @Test
  void theCurrencyOfACourseIsFixed() {
    String path = "/api/course/courses/" + school.course();
    Person teacher = school.teacher();

    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("currency", "EUR"), Map.of("price", 10, "currency", "EUR"))) {
      Answer answer = server.call(teacher, "PATCH", path, body).isProblem(422, "INVALID_VALUE");
      assertThat(answer.text()).contains("This cannot be changed any more.");
    }
    Map<?, ?> cheaper =
        data(server.call(teacher, "PATCH", path, Map.of("price", 10, "currency", "usd")));
    assertThat(cheaper.get("price")).isEqualTo(10.0);
    assertThat(cheaper.get("currency")).isEqualTo("USD");
  }

  @Test
  void coursesAreFoundByWordsAndByTheirAddress() {
    Answer found =
        server.call(null, "GET", "/api/course/courses?search=" + school.mark() + "&limit=1", null);
    Answer none = server.call(null, "GET", "/api/course/courses?search=nothingofthekind", null);

    assertThat(found.json()).containsEntry("total", 2).containsEntry("limit", 1);
    assertThat(none.json()).containsEntry("total", 0);
    Map<?, ?> byId = data(server.call(null, "GET", "/api/course/courses/" + school.course(), null));
    Answer bySlug = server.call(null, "GET", "/api/course/courses/" + byId.get("slug"), null);
    assertThat(data(bySlug)).isEqualTo(byId);
    assertThat((List<?>) byId.get("chapters")).hasSize(1);
    server.call(null, "GET", "/api/course/courses/no-such", null).isProblem(404, "NOT_FOUND");
    server
        .call(null, "GET", "/api/course/courses/No Such".replace(" ", "%20"), null)
        .isProblem(404, "NOT_FOUND");
  }

  @Test
  void whoIsFollowedIsToldToWhoFollows() {
    String path = "/api/user/" + school.teacher().actor().userId().value();
    Map<?, ?> followed = data(server.call(school.stranger(), "POST", path + "/follow", null));
    assertThat(followed.get("isFollowed")).isEqualTo(true);
    assertThat(followed.get("followers")).isEqualTo(1);
    assertThat(data(server.call(null, "GET", path + "/profile", null)).get("isFollowed"))
        .isEqualTo(false);

    Map<?, ?> left = data(server.call(school.stranger(), "DELETE", path + "/follow", null));

    assertThat(left.get("followers")).isEqualTo(0);
    server
        .call(school.teacher(), "POST", path + "/follow", null)
        .isProblem(422, "CANNOT_FOLLOW_YOURSELF");
  }

  @Test
  void noListSaysWhereAnythingPlays() {
    for (String path :
        List.of(
            "/api/course/courses/" + school.course(),
            "/api/course/courses",
            "/api/course/enrollments/me",
            "/api/course/teaching",
            "/api/course/courses/" + school.course() + "/students")) {
      Answer answer = server.call(school.teacher(), "GET", path, null);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.text()).doesNotContain("videoUrl", "library.fake.test");
    }
    assertThat(
            server
                .call(school.teacher(), "GET", "/api/course/lectures/" + school.lecture(), null)
                .text())
        .contains("library.fake.test");
  }

  @Test
  void aPreviewPlaysForEverybodyWhileTheCourseIsPublished() {
    String path = "/api/course/lectures/" + school.ids().get("preview");
    Map<?, ?> seen = data(server.call(null, "GET", path, null));
    assertThat(server.house().library().plays((String) seen.get("videoUrl"))).isTrue();
    School hidden = server.aSchool(Status.DRAFT);

    Answer refused =
        server.call(null, "GET", "/api/course/lectures/" + hidden.ids().get("preview"), null);

    refused.isProblem(404, "NOT_FOUND");
  }

  @Test
  void aDraftIsTheTeachersAlone() {
    String path = "/api/course/lectures/" + school.ids().get("draft");

    server.call(school.student(), "GET", path, null).isProblem(404, "NOT_FOUND");
    assertThat(server.call(school.teacher(), "GET", path, null).status()).isEqualTo(200);
  }
}
