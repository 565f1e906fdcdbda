package dev.stagedoor.web.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.web.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every route of courses refuses and repeats, and what lists say. */
class CoursesApiTest extends CoursesApiScene {
  static Stream<CourseRule> rulesWithBody() {
    return CourseRule.ALL.stream().filter(rule -> !rule.body().isEmpty());
  }

  static Stream<CourseRule> creating() {
    return CourseRule.ALL.stream()
        .filter(rule -> rule.method().equals("POST") && rule.success() == 201);
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
      assertThat(answer.text()).contains("This cannot be changed.");
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
