package dev.stagedoor.web.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.web.Routes;
import dev.stagedoor.web.liveselling.Rule.Scope;
import dev.stagedoor.web.liveselling.SellingServer.Reply;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of live selling, asked by everybody about everybody's workspace. */
class LiveSellingAccessTest {
  private static final List<String> PREFIXES =
      List.of("/api/workspaces", "/api/integrations", "/api/shows", "/ws/shows");

  private static SellingServer server;
  private static Shop ours;
  private static Shop theirs;
  private static Person outsider;
  private static Person admin;

  @BeforeAll
  static void open() {
    server = new SellingServer();
    ours = server.aShop();
    theirs = server.aShop();
    outsider = server.house().aFamily().person();
    admin = server.house().admin();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<Rule> rules() {
    return Rule.ALL.stream();
  }

  @Test
  void everyRouteHasARule() {
    Set<String> routes =
        Stream.concat(
                Routes.served(
                    server.bean(Router.class),
                    route -> !route.getProduces().contains(MediaType.TEXT_HTML_TYPE))
                    .stream(),
                Routes.described(server.document()).stream())
            .filter(LiveSellingAccessTest::isOurs)
            .collect(Collectors.toSet());

    assertThat(Rule.ALL)
        .extracting(Rule::operation)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  private static boolean isOurs(String route) {
    return PREFIXES.stream().anyMatch(prefix -> route.contains(" " + prefix));
  }

  /** Somebody asks about something. */
  private record Case(
      @Nullable Person caller, String path, @Nullable Object body, List<Integer> allowed) {}

  @ParameterizedTest
  @MethodSource("rules")
  void whoMayNotIsToldNothingAndChangesNothing(Rule rule) {
    Map<String, Case> cases = new TreeMap<>();
    Object body = rule.body(ours).isEmpty() ? null : rule.body(ours);
    Object aboutThem = rule.body(theirs).isEmpty() ? null : rule.body(theirs);
    String own = rule.address(ours, "stripe");
    String other = rule.address(theirs, "stripe");
    List<Integer> hidden = rule.scope() == Scope.STATE ? List.of(400) : List.of(404);
    cases.put("nobody about ours", new Case(null, own, body, List.of(401)));
    cases.put("nobody about none", new Case(null, unknown(own), body, List.of(401)));
    cases.put("nobody with nonsense", new Case(null, own, "{\"name", List.of(400, 401)));
    if (rule.scope() != Scope.CALLER) {
      Object unknown = body == null ? null : replaced(body);
      cases.put("operator about theirs", new Case(ours.operator(), other, aboutThem, hidden));
      cases.put("operator about none", new Case(ours.operator(), unknown(own), unknown, hidden));
      cases.put("outsider about ours", new Case(outsider, own, body, hidden));
      cases.put("outsider about none", new Case(outsider, unknown(own), unknown, hidden));
      cases.put("admin about none", new Case(admin, unknown(own), unknown, hidden));
    }
    if (rule.isNested()) {
      String inOurs = rule.address("" + ours.show(), theirs, "stripe");
      String inTheirs = rule.address("" + theirs.show(), ours, "stripe");
      cases.put("operator about theirs in ours", new Case(ours.operator(), inOurs, body, hidden));
      cases.put("operator about ours in theirs", new Case(ours.operator(), inTheirs, body, hidden));
      cases.put("admin about theirs in ours", new Case(admin, inOurs, body, hidden));
    }
    List<Object> before = List.of(ours.everything(), theirs.everything());
    Map<String, String> wrong = new TreeMap<>();
    cases.forEach(
        (name, one) -> {
          Reply reply = server.call(one.caller(), rule.method(), one.path(), one.body());
          if (!one.allowed().contains(reply.status())
              || reply.text().contains(theirs.mark())
              || reply.text().contains(theirs.operator().email().value())) {
            wrong.put(name, reply.toString());
          }
        });

    assertThat(wrong).isEmpty();
    assertThat(List.of(ours.everything(), theirs.everything())).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void operatorsDoWhatTheyMayAndSeeTheirOwnOnly(Rule rule) {
    Shop shop = server.aShop();

    Reply reply = ask(rule, shop.operator(), shop);

    assertThat(reply.status()).as(reply.text()).isEqualTo(rule.success());
    assertThat(reply.text()).doesNotContain(ours.mark() + "\"", theirs.mark() + "\"");
    if (!rule.isSocket()) {
      Shapes.check(rule.answer(), reply.text());
    }
  }

  static Stream<Rule> rulesOfWorkspaces() {
    return Rule.ALL.stream().filter(rule -> rule.scope() != Scope.CALLER);
  }

  static Stream<Rule> rulesThatNameIt() {
    return Rule.ALL.stream()
        .filter(rule -> rule.scope() == Scope.QUERY || rule.scope() == Scope.BODY);
  }

  @ParameterizedTest
  @MethodSource("rulesOfWorkspaces")
  void adminsDoWhatOperatorsMay(Rule rule) {
    Shop shop = server.aShop();

    Reply reply = ask(rule, admin, shop);

    // Who gives leave must be who set out, whoever it is.
    int expected = rule.scope() == Scope.STATE ? 400 : rule.success();
    assertThat(reply.status()).as(reply.text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rulesThatNameIt")
  void theOnlyWorkspaceNeedsNoName(Rule rule) {
    Shop shop = server.aShop();
    String path = rule.address(shop, "stripe").replaceAll("[?].*", "");
    Map<String, Object> body = rule.body(shop);
    body.remove("workspaceId");
    Object sent = body.isEmpty() ? null : body;

    assertThat(server.call(null, rule.method(), path, sent).status()).isEqualTo(401);
    Reply none = server.call(outsider, rule.method(), path, sent);
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json())
        .containsEntry("code", "NO_WORKSPACE")
        .containsEntry("detail", "You have no workspace yet. Make one first.");
    Reply several = server.call(admin, rule.method(), path, sent);
    assertThat(several.status()).isEqualTo(422);
    assertThat(several.json()).containsEntry("code", "WORKSPACE_REQUIRED");
    assertThat(several.text()).contains("workspaceId");
    Reply own = server.call(shop.operator(), rule.method(), path, sent);
    assertThat(own.status()).as(own.text()).isEqualTo(rule.success());
  }

  static Stream<Rule> rulesThatNameItInTheirBody() {
    return rulesThatNameIt().filter(rule -> rule.body().containsKey("workspaceId"));
  }

  @ParameterizedTest
  @MethodSource("rulesThatNameItInTheirBody")
  void theBodyMayNameTheWorkspace(Rule rule) {
    Shop shop = server.aShop();
    String path = rule.address(shop, "stripe").replaceAll("[?].*", "");

    Reply named = server.call(admin, rule.method(), path, rule.body(shop));
    assertThat(named.status()).as(named.text()).isEqualTo(rule.success());

    if (rule.scope() == Scope.QUERY) {
      Map<String, Object> another = rule.body(theirs);
      Reply two = server.call(admin, rule.method(), rule.address(shop, "stripe"), another);
      assertThat(two.status()).as(two.text()).isEqualTo(422);
    }
  }

  private static Reply ask(Rule rule, Person caller, Shop shop) {
    Map<String, Object> body = rule.body(shop);
    return server.call(
        caller, rule.method(), rule.address(shop, "stripe"), body.isEmpty() ? null : body);
  }

  /** Returns the same address with an id of nothing in place of each that is in it. */
  private static String unknown(String path) {
    return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "11111111-2222-4333-8444-555555555555")
        .replaceAll("state=[^&]*", "state=nobodys");
  }

  /** Returns the same body with an id of nothing for its workspace. */
  private static Object replaced(Object body) {
    Map<Object, Object> changed = new TreeMap<>((Map<?, ?>) body);
    changed.computeIfPresent("workspaceId", (name, id) -> "11111111-2222-4333-8444-555555555555");
    return changed;
  }
}
