package dev.stagedoor.web.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ObserveTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.stagedoor.access");
  private final ListAppender<ILoggingEvent> log =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          // Else the context is read here, by another thread, when it is asked for.
          event.prepareForDeferredProcessing();
          super.append(event);
        }
      };
  private WebServer server;

  @BeforeEach
  void start() {
    server = WebServer.start("test.routes=true");
    log.start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setLevel(null);
    server.close();
  }

  @Test
  void eachRequestIsOneLine() {
    Person ada = server.house().aFamily().person();
    Answer answer =
        server
            .get("/api/test/things/00000000-0000-0000-0000-000000000001?token=canary")
            .bearer(ada.token())
            .send();

    assertThat(line())
        .containsEntry("method", "GET")
        .containsEntry("route", "/api/test/things/{id}")
        .containsEntry("status", 200)
        .containsEntry("user", ada.actor().userId().value())
        .containsEntry("address", "127.0.0.1")
        .containsKey("durationMs");
    assertThat(log.list.get(0).getMDCPropertyMap())
        .containsEntry("requestId", answer.header("X-Request-Id").orElseThrow());
    assertThat(log.list.get(0).getFormattedMessage())
        .startsWith("GET /api/test/things/{id} 200 ")
        .doesNotContain("canary");
  }

  @Test
  void whatIsRefusedIsLoggedTooWithItsSize() {
    Answer answer = server.get("/api/nowhere?secret=canary").send();

    assertThat(line())
        .containsEntry("route", "/api/nowhere")
        .containsEntry("status", 404)
        .containsEntry("bytes", (long) answer.response().body().length)
        .doesNotContainKey("user");
    assertThat(log.list.get(0).getMDCPropertyMap())
        .containsEntry("requestId", answer.header("X-Request-Id").orElseThrow());
    assertThat(log.list.get(0).getKeyValuePairs().toString()).doesNotContain("canary");
  }

  @Test
  void aPathCannotForgeALine() {
    server.get("/api/nowhere%0AGET%20/admin%20200").send();

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage()).doesNotContain("\n");
  }

  @Test
  void browsersAreToldWhatDataMayDo() {
    Answer answer = server.get("/api/test/actor").send();

    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
    assertThat(answer.header("Content-Security-Policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers("Content-Security-Policy")).hasSize(1);
  }

  @Test
  void browsersAreToldWhatPagesMayDo() {
    Answer answer = server.get("/api/test/page").header("Accept", "text/html").send();

    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains(
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-ancestors 'self'");
    assertThat(answer.header("Cache-Control")).hasValue("private, no-cache");
  }

  private Map<String, Object> line() {
    assertThat(log.list).hasSize(1);
    return log.list.get(0).getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
  }
}
