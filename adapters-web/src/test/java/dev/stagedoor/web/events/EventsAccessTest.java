package dev.stagedoor.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.Members;
import dev.stagedoor.web.Routes;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.events.EventRule.Guard;
import dev.stagedoor.web.events.Fair.Caller;
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

/** Every route of events, asked by everybody about an event whose tickets stand in every way. */
class EventsAccessTest {
  private static final Members MEMBERS = new Members(EventRule.SHAPES);
  private static final Set<String> PACKAGES =
      Set.of("dev.stagedoor.web.events", "dev.stagedoor.web.crossapp");

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<EventRule> rules() {
    return EventRule.ALL.stream();
  }

  static Stream<Arguments> rulesAndStatuses() {
    return rules()
        .flatMap(
            rule -> Stream.of(TicketingStatus.values()).map(status -> Arguments.of(rule, status)));
  }

  private static List<String> operations() {
    return EventRule.ALL.stream().map(EventRule::operation).toList();
  }

  @Test
  void everyRouteHasARule() {
    Routes.assertRuled(server.bean(Router.class), PACKAGES, operations());
  }

  @Test
  void everyRouteIsInTheDocument() {
    assertThat(Routes.described(server.get("/openapi.yml").send())).containsAll(operations());
  }

  @ParameterizedTest
  @MethodSource("rulesAndStatuses")
  void whoMayNotIsToldSoAndChangesNothing(EventRule rule, TicketingStatus status) {
    Fair fair = Fair.open(server, status);
    @Nullable Object body = body(rule, fair);
    List<Object> before = fair.everything();
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      int refusal = rule.guard().refusal(caller, status);
      if (refusal > 0) {
        Answer answer = fair.call(fair.person(caller), rule.method(), rule.address(fair), body);
        if (answer.status() != refusal) {
          wrong.put("" + caller, refusal + " but " + answer.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(fair.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("rulesAndStatuses")
  void whoMayGetsWhatTheyAskFor(EventRule rule, TicketingStatus status) {
    Map<String, String> wrong = new TreeMap<>();
    for (Caller caller : Caller.values()) {
      if (rule.guard().refusal(caller, status) == 0) {
        Fair fair = Fair.open(server, status);
        Answer answer =
            fair.call(fair.person(caller), rule.method(), rule.address(fair), body(rule, fair));
        if (answer.status() != rule.success()) {
          wrong.put("" + caller, answer.text());
        } else {
          MEMBERS.check(rule.answer(), answer.text());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsNotThereIsNotFound(EventRule rule) {
    if (!rule.isAboutSomething() || rule.guard() == Guard.SHARED) {
      return;
    }
    Fair fair = Fair.open(server, TicketingStatus.NONE);
    for (Caller caller : Caller.values()) {
      Answer answer =
          fair.call(fair.person(caller), rule.method(), rule.nowhere(), body(rule, fair));
      boolean mustSignIn = caller == Caller.VISITOR && rule.guard() != Guard.ANYBODY;
      if (rule.path().contains("{provider}") && !mustSignIn) {
        // The shop stands in for every system that is not on.
        assertThat(answer.status()).as("%s %s", caller, answer.text()).isIn(200, 404);
      } else {
        assertThat(answer.status())
            .as("%s %s", caller, answer.text())
            .isEqualTo(mustSignIn ? 401 : 404);
      }
    }
  }

  /** Whoever has a token of a person is no ticketing system, and the other way round. */
  @ParameterizedTest
  @MethodSource("rules")
  void theSharedSecretOpensNothingElse(EventRule rule) {
    Fair fair = Fair.open(server, TicketingStatus.NONE);
    Answer answer =
        fair.call(
            null,
            rule.method(),
            rule.address(fair),
            body(rule, fair),
            Map.of("x-shared-secret", InMemoryStagedoor.TICKETING_SECRET.reveal()));

    boolean isOpen = rule.guard() == Guard.ANYBODY;
    boolean isIts = rule.path().endsWith("validate-session");
    assertThat(answer.status()).isEqualTo(isOpen || isIts ? 200 : 401);
  }

  private static @Nullable Object body(EventRule rule, Fair fair) {
    return rule.body().isEmpty() ? null : rule.goodBody(fair);
  }
}
