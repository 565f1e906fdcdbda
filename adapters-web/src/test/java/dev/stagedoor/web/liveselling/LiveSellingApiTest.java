package dev.stagedoor.web.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.web.liveselling.SellingServer.Reply;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.MethodSource;

/** What the routes of live selling take, what they refuse, and what a repeated request does. */
class LiveSellingApiTest {
  private static final String CALLBACK = "/api/integrations/stripe/oauth/callback";

  private static SellingServer server;
  private static Shop shop;

  @BeforeAll
  static void open() {
    server = new SellingServer();
    shop = server.aShop();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<Rule> rulesWithBody() {
    return Rule.ALL.stream().filter(rule -> !rule.body().isEmpty());
  }

  static Stream<Rule> creating() {
    return Rule.ALL.stream().filter(Rule::isCreating);
  }

  private static Reply send(Rule rule, @Nullable Object body) {
    return server.call(shop.operator(), rule.method(), rule.address(shop, "stripe"), body);
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void whatIsMissingIsNamed(Rule rule) {
    Map<String, String> wrong = new TreeMap<>();
    for (String member : rule.required()) {
      Map<String, Object> body = rule.body(shop);
      body.remove(member);
      expect(wrong, "without " + member, 422, member, send(rule, body));
      Map<String, Object> empty = rule.body(shop);
      empty.put(member, null);
      expect(wrong, "null for " + member, 422, member, send(rule, empty));
      if (rule.body(shop).get(member) instanceof String) {
        Map<String, Object> blank = rule.body(shop);
        blank.put(member, " \t");
        // A method is one of some words, and a comment may say anything.
        if (!member.equals("text")) {
          expect(wrong, "blank " + member, 422, member, send(rule, blank));
        }
      }
    }
    if (!rule.required().isEmpty()) {
      Reply nothing = send(rule, Map.of());
      if (nothing.status() != 422) {
        wrong.put("empty", nothing.toString());
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void whatIsOfAnotherKindIsRefused(Rule rule) {
    Map<String, String> wrong = new TreeMap<>();
    for (String member : rule.body(shop).keySet()) {
      Object strange =
          rule.body(shop).get(member) instanceof Map ? List.of(1) : Map.of("a", Map.of("b", 1));
      Map<String, Object> body = rule.body(shop);
      body.put(member, strange);
      Reply reply = send(rule, body);
      if (reply.status() != 400 && reply.status() != 422) {
        wrong.put(member, reply.toString());
      }
    }
    for (String unreadable : List.of("", "{", "[]", "nonsense", "7", "{\"a\":}")) {
      Reply reply = send(rule, unreadable);
      boolean isNothing = unreadable.isEmpty() && rule.required().isEmpty();
      if (!isNothing && reply.status() != 400 && reply.status() != 422) {
        wrong.put("body " + unreadable, reply.toString());
      }
    }

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void whatIsTooLongOrTooLittleIsNamed(Rule rule) {
    // What a key is, and what belongs to it, is the provider's to judge.
    Set<String> free = Set.of("webhookSecret", "publishableKey", "site");
    Map<String, String> wrong = new TreeMap<>();
    rule.body(shop)
        .forEach(
            (member, value) -> {
              Map<String, Object> body = rule.body(shop);
              if (value instanceof Integer) {
                for (int number : List.of(-1, Integer.MAX_VALUE)) {
                  body.put(member, number);
                  expect(wrong, member + " " + number, 422, member, send(rule, body));
                }
              } else if (value instanceof String && !free.contains(member)) {
                body.put(member, "x".repeat(10_000));
                Reply reply = send(rule, body);
                if (reply.status() != 422 && reply.status() != 400) {
                  wrong.put("long " + member, reply.toString());
                }
              }
            });

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void whatIsNoWholeNumberIsNamed(Rule rule) {
    Map<String, String> wrong = new TreeMap<>();
    rule.body(shop)
        .forEach(
            (member, value) -> {
              Map<String, Object> body = rule.body(shop);
              if (value instanceof Integer) {
                for (Object number : List.of(1.5, -0.5, 1e30, true, "one", "1.5", "")) {
                  body.put(member, number);
                  expect(wrong, member + " " + number, 422, member, send(rule, body));
                }
              }
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void buyersAndInvoicesArePagedAndComeAtOnceUnlessOneAsks() {
    String at = "/api/shows/" + shop.show();
    for (String list : List.of("/buyers", "/invoices")) {
      Map<String, Object> whole = server.call(shop.operator(), "GET", at + list, null).json();
      List<?> all = (List<?>) whole.get(list.substring(1));
      assertThat(whole).containsEntry("page", 1).containsEntry("limit", 1000);
      assertThat(whole).containsEntry("total", all.size());
      assertThat(all).hasSizeGreaterThan(1);
      Map<String, Object> last =
          server
              .call(shop.operator(), "GET", at + list + "?limit=1&page=" + all.size(), null)
              .json();
      assertThat((List<?>) last.get(list.substring(1)))
          .isEqualTo(all.subList(all.size() - 1, all.size()));
      for (String wrong : List.of("page=0", "limit=0", "limit=1001", "limit=many")) {
        Reply refused = server.call(shop.operator(), "GET", at + list + "?" + wrong, null);
        assertThat(refused.status()).as(list + wrong).isEqualTo(422);
      }
    }
  }

  @Test
  void aWholeNumberMayBeWrittenAsOneLikes() {
    Shop own = server.aShop();
    int number = 80;
    for (String price : List.of("1200", "1200.0", "1.2e3", "\"1200\"")) {
      number++;
      Reply reply =
          server.call(
              own.operator(),
              "POST",
              "/api/shows/" + own.show() + "/items",
              ("{\"number\": %d, \"title\": \"Hat\", \"priceCents\": %s, \"quantity\": 1}")
                  .formatted(number, price));
      assertThat(reply.text()).contains("\"priceCents\":1200,");
    }
  }

  @ParameterizedTest
  @MethodSource("rulesWithBody")
  void settingsAreHeldToTheirRules(Rule rule) {
    if (!rule.body().containsKey("settings")) {
      return;
    }
    Map<String, String> wrong = new TreeMap<>();
    Map.of(
            "currency", List.of("dollars", "xxx", ""),
            "memoTemplate", List.of(" ", "x".repeat(301)),
            "daysUntilDue", List.of(0, -1, 366))
        .forEach(
            (member, values) ->
                values.forEach(
                    value -> {
                      Map<String, Object> body = rule.body(shop);
                      body.put("settings", Map.of(member, value));
                      expect(
                          wrong, member + " " + value, 422, "settings." + member, send(rule, body));
                    }));

    assertThat(wrong).isEmpty();
  }

  private static boolean isFaulty(@Nullable Object errors, String member) {
    return errors instanceof List<?> faults
        && faults.stream().anyMatch(fault -> member.equals(((Map<?, ?>) fault).get("field")));
  }

  /** Notes an answer that is not this refusal of this member. */
  private static void expect(
      Map<String, String> wrong, String name, int status, String member, Reply reply) {
    boolean isNamed =
        reply.status() == status
            && (reply.json().containsKey(member) || isFaulty(reply.json().get("errors"), member));
    if (!isNamed) {
      wrong.put(name, reply.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("creating")
  void aRepeatedRequestCreatesOnce(Rule rule) {
    Shop fresh = server.aShop();
    Map<String, Object> body = rule.body(fresh);
    Map<String, String> key = Map.of("Idempotency-Key", "again " + rule);
    String path = rule.address(fresh, "stripe");

    Reply first = server.call(fresh.operator(), "POST", path, body, key);
    List<Object> once = fresh.everything();
    Reply again = server.call(fresh.operator(), "POST", path, body, key);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again).isEqualTo(first);
    assertThat(fresh.everything()).isEqualTo(once);
    body.put(body.keySet().iterator().next(), "something else");
    Reply other = server.call(fresh.operator(), "POST", path, body, key);
    assertThat(other.status()).isBetween(400, 422);
    assertThat(other.json()).containsEntry("code", "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aKeyBelongsToItsCaller() {
    Shop one = server.aShop();
    Shop other = server.aShop();
    Map<String, Object> body = Map.of("name", "Another shop");
    Map<String, String> key = Map.of("Idempotency-Key", "the same");

    Reply ours = server.call(one.operator(), "POST", "/api/workspaces", body, key);
    Reply theirs = server.call(other.operator(), "POST", "/api/workspaces", body, key);

    assertThat(ours.status()).isEqualTo(201);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.text()).isNotEqualTo(ours.text());
  }

  private static Reply comesBack(Person who, String code, String state) {
    return server.call(who, "GET", CALLBACK + "?code=" + code + "&state=" + state, null);
  }

  @Test
  void whoGaveLeaveIsConnectedAndLedBackOnce() {
    Shop fresh = server.aShop();
    String code = fresh.givesLeave().reveal();

    Reply connected = comesBack(fresh.operator(), code, fresh.state());

    assertThat(connected.status()).isEqualTo(303);
    assertThat(connected.location()).endsWith("/integrations/stripe?done=connected");
    assertRefused(comesBack(fresh.operator(), fresh.givesLeave().reveal(), fresh.state()));
  }

  @Test
  void aStateThatIsNotGoodConnectsNothing() {
    Shop fresh = server.aShop();
    Shop other = server.aShop();
    List<Object> before = List.of(fresh.everything(), other.everything());
    String code = fresh.givesLeave().reveal();

    assertRefused(comesBack(fresh.operator(), code, "forged"));
    assertRefused(comesBack(fresh.operator(), code, ""));
    assertRefused(server.call(fresh.operator(), "GET", CALLBACK, null));
    assertRefused(comesBack(other.operator(), code, fresh.state()));
    assertThat(List.of(fresh.everything(), other.everything())).isEqualTo(before);
  }

  @Test
  void whoComesBackTooLateBeginsAgain() {
    try (SellingServer later = new SellingServer()) {
      Shop slow = later.aShop();
      String given = slow.givesLeave().reveal();
      later.house().clock().advance(Duration.ofMinutes(16));
      Person again = later.house().signIn(slow.operator().email());

      assertRefused(
          later.call(again, "GET", CALLBACK + "?code=" + given + "&state=" + slow.state(), null));
    }
  }

  @Test
  void aStateIsForItsProvider() {
    Shop fresh = server.aShop();
    String query = "?code=" + fresh.givesLeave().reveal() + "&state=" + fresh.state();

    Reply elsewhere =
        server.call(
            fresh.operator(), "GET", "/api/integrations/square/oauth/callback" + query, null);

    assertRefused(elsewhere);
  }

  @Test
  void whoGaveNoLeaveIsLedBackUnconnected() {
    Reply back = server.call(shop.operator(), "GET", CALLBACK + "?error=access_denied", null);

    assertThat(back.status()).isEqualTo(303);
    assertThat(back.location()).endsWith("/integrations/stripe?done=not_connected");
  }

  private static void assertRefused(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json()).containsEntry("code", "CONSENT_STATE_INVALID");
  }

  @Test
  void onlyAdminsChangeThePlan() {
    String path = "/api/workspaces/" + shop.workspace();
    Map<String, Object> body = Map.of("plan", "business");

    assertThat(server.call(shop.operator(), "PATCH", path, body).status()).isEqualTo(403);
    Person admin = server.house().admin();
    assertThat(server.call(admin, "PATCH", path, body).status()).isEqualTo(200);
    assertThat(server.call(admin, "PATCH", path, Map.of("plan", "gold")).status()).isEqualTo(422);
  }

  @Test
  void aKeyThatIsRefusedIsNotInTheAnswer() {
    String key = "pk_fake_refused_canary";

    Reply refused =
        server.call(
            shop.operator(),
            "POST",
            "/api/integrations/stripe/connect",
            Map.of("method", "api_key", "secretKey", key));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json()).containsEntry("code", "CREDENTIALS_REFUSED");
    assertThat(refused.text()).doesNotContain(key);
  }

  @Test
  void aProviderNobodyKnowsIsNotAvailable() {
    for (String provider : List.of("paypal", "..", "Stripe%20")) {
      Reply reply =
          server.call(shop.operator(), "GET", "/api/integrations/" + provider + "/test", null);
      assertThat(reply.status()).as(provider).isIn(404, 409);
    }
  }
}
