package dev.stagedoor.web.courses;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.Members;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real controllers with schools behind them. */
final class CoursesServer implements AutoCloseable {
  private static final Members MEMBERS = members();

  private final WebServer server = WebServer.start("stagedoor.rate-limits.enabled=false");
  private int schools;

  private static Members members() {
    Map<String, String> shapes = new HashMap<>(CourseRule.SHAPES);
    shapes.putAll(CourseRule.MORE_SHAPES);
    return new Members(shapes);
  }

  InMemoryStagedoor house() {
    return server.house();
  }

  <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  School aSchool(Status status) {
    schools++;
    return School.open(server, "mark" + schools, status);
  }

  WebServer.Exchange request(String method, String path) {
    return server.request(method, path);
  }

  Answer call(@Nullable Person as, String method, String path, @Nullable Object body) {
    return call(as, method, path, body, Map.of());
  }

  Answer call(
      @Nullable Person as,
      String method,
      String path,
      @Nullable Object body,
      Map<String, String> headers) {
    WebServer.Exchange exchange = server.request(method, path);
    if (as != null) {
      exchange.bearer(as.token());
    }
    headers.forEach(exchange::header);
    if (body != null) {
      exchange.header("Content-Type", "application/json").bytes(bytes(body));
    }
    return exchange.send();
  }

  static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JsonMapper.createDefault().writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks that an answer has these members and no other. */
  static void check(String members, Answer answer) {
    MEMBERS.check(members, answer.text());
  }

  @Override
  public void close() {
    server.close();
  }
}
