package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.Answer;
import dev.stagedoor.web.Members;
import dev.stagedoor.web.Routes;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.tv.TvRule.Guard;
import dev.stagedoor.web.tv.Viewers.Caller;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of subscription TV, asked by everybody. */
class TvAccessTest {
  private static final Members MEMBERS = new Members(TvShapes.ALL);

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<TvRule> rules() {
    return TvRule.ALL.stream();
  }

  static Stream<TvRule> rulesAboutSomething() {
    return rules().filter(TvRule::isAboutSomething);
  }

  private static List<String> operations() {
    return TvRule.ALL.stream().map(TvRule::operation).toList();
  }

  @Test
  void everyRouteHasARule() {
    Routes.assertRuled(
        server.bean(Router.class),
        Set.of("dev.stagedoor.web.tv", "dev.stagedoor.web.analytics"),
        operations());
  }

  @Test
  void everyRouteIsInTheDocument() {
    assertThat(Routes.described(server.get("/openapi.yml").send())).containsAll(operations());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whoMayNotIsToldSoAndChangesNothing(TvRule rule) {
    Viewers viewers = Viewers.open(server);
    List<String> before = viewers.everything();
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      int refusal = rule.guard().refusal(caller);
      if (refusal > 0) {
        Answer answer = viewers.call(caller, rule.method(), rule.address(viewers), rule.body());
        if (answer.status() != refusal) {
          wrong.put("" + caller, refusal + " but " + answer.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(viewers.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whoMayGetsWhatTheyAskFor(TvRule rule) {
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      if (rule.guard().refusal(caller) == 0) {
        Viewers viewers = Viewers.open(server);
        Answer answer = viewers.call(caller, rule.method(), rule.address(viewers), rule.body());
        if (answer.status() != rule.success()) {
          wrong.put("" + caller, answer.text());
        } else if (!rule.answer().equals("?")) {
          MEMBERS.check(rule.answer(), answer.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesAboutSomething")
  void whatIsNotThereIsNotFound(TvRule rule) {
    Viewers viewers = Viewers.open(server);
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      Answer answer = viewers.call(caller, rule.method(), rule.nowhere(), rule.body());
      int refusal = rule.guard().refusal(caller);
      int expected = refusal == 0 || rule.guard() == Guard.OWNER && refusal == 404 ? 404 : refusal;
      if (answer.status() != expected) {
        wrong.put("" + caller, expected + " but " + answer.text());
      }
    }

    assertThat(wrong).isEmpty();
  }
}
