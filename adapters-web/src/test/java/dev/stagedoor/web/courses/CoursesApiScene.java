package dev.stagedoor.web.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.courses.CourseRule.Guard;
import dev.stagedoor.web.courses.School.Caller;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Asks the routes of courses. */
abstract class CoursesApiScene {
  CoursesServer server;
  School school;

  @BeforeEach
  void open() {
    server = new CoursesServer();
    school = server.aSchool(Status.PUBLISHED);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Returns somebody who may. */
  Person allowed(CourseRule rule) {
    Guard guard = rule.guard();
    return school.person(
        Stream.of(Caller.TEACHER, Caller.STUDENT)
            .filter(caller -> guard.refusal(caller, Status.PUBLISHED) == 0)
            .findFirst()
            .orElseThrow());
  }

  Answer send(CourseRule rule, @Nullable Object body) {
    return server.call(allowed(rule), rule.method(), rule.addresses(school).get(0), body);
  }

  static Map<?, ?> data(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    assertThat(answer.member("success")).isEqualTo(true);
    return (Map<?, ?>) answer.member("data");
  }

  Map<?, ?> enrollment() {
    return data(
        server.call(
            school.student(), "GET", "/api/course/enrollments/course/" + school.course(), null));
  }

  void send(Map<?, ?> opened, byte[] bytes) {
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
}
