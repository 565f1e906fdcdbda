package dev.stagedoor.web.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.Routes;
import dev.stagedoor.web.courses.CourseRule.Guard;
import dev.stagedoor.web.courses.School.Caller;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of courses, asked by everybody about a course that stands in every way. */
class CoursesAccessTest {
  private static final String PLAYS = "library.fake.test";

  private static CoursesServer server;

  @BeforeAll
  static void open() {
    server = new CoursesServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<CourseRule> rules() {
    return CourseRule.ALL.stream();
  }

  static Stream<Arguments> rulesAndStatuses() {
    return rules()
        .flatMap(rule -> Stream.of(Status.values()).map(status -> Arguments.of(rule, status)));
  }

  private static List<String> operations() {
    return CourseRule.ALL.stream().flatMap(rule -> rule.operations().stream()).toList();
  }

  @Test
  void everyRouteHasARule() {
    Routes.assertRuled(
        server.bean(Router.class), Set.of("dev.stagedoor.web.courses"), operations());
  }

  @Test
  void everyRouteIsInTheDocument() {
    assertThat(Routes.described(server.call(null, "GET", "/openapi.yml", null)))
        .containsAll(operations());
  }

  @ParameterizedTest
  @MethodSource("rulesAndStatuses")
  void whoMayNotIsToldNothingAndChangesNothing(CourseRule rule, Status status) {
    School school = server.aSchool(status);
    Object body = body(rule, school);
    List<Object> before = school.everything();
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      int refusal = rule.guard().refusal(caller, status);
      for (String address : rule.addresses(school)) {
        if (refusal > 0) {
          Answer answer = server.call(school.person(caller), rule.method(), address, body);
          if (answer.status() != refusal
              || answer.text().contains(school.mark())
              || answer.text().contains(PLAYS)) {
            wrong.put(caller + " " + address, refusal + " but " + answer.text());
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(school.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("rulesAndStatuses")
  void whoMayGetsWhatTheyAskFor(CourseRule rule, Status status) {
    School school = rule.isReading() ? server.aSchool(status) : null;
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      if (rule.guard().refusal(caller, status) == 0) {
        School about = school == null ? server.aSchool(status) : school;
        // Which of its addresses is asked makes no difference.
        String address = rule.addresses(about).get(caller.ordinal() % rule.paths().size());
        Answer answer =
            server.call(about.person(caller), rule.method(), address, body(rule, about));
        if (answer.status() != rule.success()) {
          wrong.put(caller + " " + address, answer.text());
        } else {
          check(rule, answer);
          boolean mayWatch = rule.guard() == Guard.WATCHED || rule.guard() == Guard.PREVIEWED;
          assertThat(answer.text().contains(PLAYS)).isEqualTo(mayWatch);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static void check(CourseRule rule, Answer answer) {
    if (rule.answer().isEmpty()) {
      assertThat(answer.text()).isEmpty();
    } else {
      CoursesServer.check(rule.answer(), answer);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsNotThereIsNotFound(CourseRule rule) {
    if (!rule.isAboutSomething()) {
      return;
    }
    School school = server.aSchool(Status.PUBLISHED);
    Object body = body(rule, school);
    boolean isForVisitors =
        rule.isReading()
            && List.of(Guard.ANYBODY, Guard.KNOWN, Guard.WATCHED).contains(rule.guard());
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      for (String address : rule.nowhere()) {
        Answer answer = server.call(school.person(caller), rule.method(), address, body);
        int expected = caller == Caller.VISITOR && !isForVisitors ? 401 : 404;
        if (answer.status() != expected) {
          wrong.put(caller + " " + address, expected + " but " + answer.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static @Nullable Object body(CourseRule rule, School school) {
    Map<String, Object> body = rule.body(school);
    return body.isEmpty() ? null : body;
  }
}
