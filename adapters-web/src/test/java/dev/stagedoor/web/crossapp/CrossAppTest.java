package dev.stagedoor.web.crossapp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.events.Fair;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What goes between this server and a ticketing system, as that system and browsers see it. */
class CrossAppTest {
  private static final String SECRET = InMemoryStagedoor.TICKETING_SECRET.reveal();
  private static final String ROUTES = "/api/cross-app/";

  private WebServer server = WebServer.start();
  private Fair fair = Fair.open(server, TicketingStatus.SETUP);

  @AfterEach
  void close() {
    server.close();
  }

  private void restart(String... settings) {
    server.close();
    server = WebServer.start(settings);
    fair = Fair.open(server, TicketingStatus.SETUP);
  }

  private WebServer.Exchange asShop(String method, String path) {
    return server.request(method, ROUTES + path).header("x-shared-secret", SECRET);
  }

  private Answer validate(String token) {
    return asShop("POST", "validate-session").json("{'session_token':'" + token + "'}").send();
  }

  private Answer permission(String reference, String rest) {
    return asShop("POST", "validate-permission")
        .json("{'session_token':'" + reference + "'" + rest + "}")
        .send();
  }

  private Answer generate(Person person, String body) {
    return server.post(ROUTES + "generate-session").bearer(person.token()).json(body).send();
  }

  private String reference() {
    return "" + validate(fair.token()).member("session_reference");
  }

  @Test
  void anOrganiserGoesToTheShopAndTheShopLearnsWhoCame() {
    Person organiser = fair.organiser();
    Answer generated = generate(organiser, "{'app_id':'hi-events','event_id':'" + fair.id() + "'}");
    String token = "" + generated.member("session_token");
    Answer validated = validate(token);
    String reference = "" + validated.member("session_reference");
    String id = organiser.actor().userId().value().toString();

    assertThat(generated.status()).isEqualTo(200);
    assertThat("" + generated.member("redirect_url")).contains(token, "" + fair.id());
    assertThat(validated.json())
        .containsEntry("event_id", "" + fair.id())
        .containsEntry(
            "user_data",
            Map.of(
                "id", id,
                "email", organiser.email().value(),
                "first_name", "Ada",
                "last_name", "Lovelace",
                "display_name", "Ada Lovelace",
                "role", "user"))
        .containsEntry(
            "account_data",
            Map.of("id", id, "name", "Ada Lovelace", "email", organiser.email().value()));
    assertThat(reference).isNotEqualTo(token);
    List<Object> accounts =
        List.of(
            Map.of(
                "id",
                id,
                "name",
                "Ada Lovelace",
                "email",
                organiser.email().value(),
                "role",
                "user"));
    assertThat(asShop("GET", "user-accounts").header("X-Session-Token", reference).send().json())
        .isEqualTo(Map.of("accounts", accounts));
    assertThat(asShop("GET", "user-accounts?session_token=" + reference).send().json())
        .isEqualTo(Map.of("accounts", accounts));
    assertThat(
            permission(reference, ",'permission':'ticketing.manage','event_id':'" + fair.id() + "'")
                .json())
        .containsEntry("allowed", true)
        .containsKey("role");
  }

  @Test
  void aSessionNeedsNoBodyAndNoEvent() {
    Answer generated =
        server.post(ROUTES + "generate-session").bearer(fair.organiser().token()).send();

    assertThat(generated.status()).isEqualTo(200);
    assertThat(validate("" + generated.member("session_token")).json())
        .doesNotContainKey("event_id");
  }

  @Test
  void whatNobodyKnowsIsAllowedToNobody() {
    String reference = reference();

    for (String rest :
        List.of(
            ",'permission':'events.destroy'",
            ",'permission':''",
            ",'permission':7",
            ",'permission':'events.manage','account_id':'not an id'",
            ",'permission':'events.manage','account_id':12",
            ",'permission':'events.manage','event_id':'4711'")) {
      assertThat(permission(reference, rest).json()).as(rest).isEqualTo(Map.of("allowed", false));
    }
    permission(reference, "").isProblem(422, "INVALID_VALUE");
  }

  @Test
  void nobodyGoesThereForAnEventOrAnAccountOfSomebodyElse() {
    Person stranger = fair.stranger();
    String organiser = fair.organiser().actor().userId().value().toString();

    for (String body :
        List.of(
            "{'event_id':'" + fair.id() + "'}",
            "{'event_id':'nonsense'}",
            "{'event_id':17}",
            "{'account_id':'" + organiser + "'}",
            "{'account_id':'5'}")) {
      generate(stranger, body).isProblem(404, "NOT_FOUND");
    }
    generate(stranger, "{'app_id':'Not An App'}").isProblem(422, "INVALID_VALUE");
    generate(stranger, "{'app_id':{}}").isProblem(422, "INVALID_VALUE");
    server.post(ROUTES + "generate-session").send().isProblem(401, "NOT_SIGNED_IN");
  }

  /** The body of a refusal, without what tells one request from another. */
  private static String told(Answer refused) {
    refused.isProblem(401, "CROSS_APP_SESSION_INVALID");
    return refused.text().replace(refused.header("X-Request-Id").orElseThrow(), "");
  }

  @Test
  void nobodyLearnsWhatIsWrongWithAToken() {
    String used = fair.token();
    String reference = "" + validate(used).member("session_reference");
    String late = fair.token();
    String lateReference = reference();
    server.house().later(Duration.ofMinutes(16));
    String fresh = fair.token();
    Set<String> bodies = new TreeSet<>();
    for (String token :
        List.of(used, late, reference, "token-99", "", " ", "ü", "x".repeat(9000))) {
      bodies.add(told(validate(token)));
    }
    assertThat(bodies).hasSize(1);

    Set<String> permissions = new TreeSet<>();
    Set<String> lists = new TreeSet<>();
    for (String token :
        List.of(used, late, fresh, reference, lateReference, "token-99", "", "x".repeat(900))) {
      permissions.add(told(permission(token, ",'permission':'events.view'")));
      lists.add(told(asShop("GET", "user-accounts?session_token=" + token).send()));
    }
    lists.add(told(asShop("GET", "user-accounts").send()));
    assertThat(permissions).hasSize(1);
    assertThat(lists).hasSize(1);
    assertThat(validate(fresh).status()).isEqualTo(200);
  }

  @Test
  void whoHasNoSecretIsRefusedWhateverTheyAsk() {
    String token = fair.token();
    Set<String> bodies = new TreeSet<>();
    for (String secret :
        List.of(
            "",
            "wrong",
            SECRET + "x",
            SECRET.substring(1),
            SECRET.toUpperCase(java.util.Locale.ROOT))) {
      for (String path : List.of("validate-session", "validate-permission", "user-accounts")) {
        boolean isList = path.equals("user-accounts");
        WebServer.Exchange asked =
            server
                .request(isList ? "GET" : "POST", ROUTES + path)
                .header("x-shared-secret", secret);
        Answer refused =
            (isList ? asked : asked.json("{'session_token':'" + token + "'}"))
                .send()
                .isProblem(401, "CROSS_APP_SECRET_WRONG");
        bodies.add(
            refused
                .text()
                .replace(refused.header("X-Request-Id").orElseThrow(), "")
                .replace(path, ""));
      }
    }
    assertThat(bodies).hasSize(1);
    assertThat(validate(token).status()).isEqualTo(200);
  }

  @Test
  void guessersAreLimitedAndTheShopIsNot() {
    restart("stagedoor.rate-limits.attempts-per-address=3", "stagedoor.rate-limits.requests=4");
    for (int guess = 0; guess < 3; guess++) {
      server
          .post(ROUTES + "validate-session")
          .header("x-shared-secret", "guess " + guess)
          .json("{'session_token':'a'}")
          .send()
          .isProblem(401, "CROSS_APP_SECRET_WRONG");
    }
    Answer limited =
        server.request("GET", ROUTES + "user-accounts").send().isProblem(429, "TOO_MANY_ATTEMPTS");

    assertThat(limited.header("Retry-After")).isPresent();
    for (int call = 0; call < 8; call++) {
      assertThat(validate(fair.token()).status()).isEqualTo(200);
    }
  }

  @Test
  void anAccountAndAnAddressOpenOnlySoManyWays() {
    restart(
        "stagedoor.rate-limits.cross-app-sessions-per-account=2",
        "stagedoor.rate-limits.cross-app-sessions-per-address=3");
    Person organiser = fair.organiser();
    assertThat(generate(organiser, "{}").status()).isEqualTo(200);
    String enable = "/api/events/" + fair.id() + "/ticketing/enable";
    assertThat(server.post(enable).bearer(organiser.token()).send().status()).isEqualTo(200);
    generate(organiser, "{}").isProblem(429, "TOO_MANY_ATTEMPTS");
    generate(fair.stranger(), "{}").isProblem(429, "TOO_MANY_ATTEMPTS");
    server.house().later(Duration.ofMinutes(16));
    assertThat(generate(fair.stranger(), "{}").status()).isEqualTo(200);
  }

  @Test
  void thePagesOpenNoMoreWaysThanTheRoutes() {
    restart("stagedoor.rate-limits.cross-app-sessions-per-account=2");
    Visitor organiser = Visitor.signedIn(server, fair.organiser());
    String enable = "/event/" + fair.id() + "/tickets/enable";

    organiser.send(enable).leadsTo("https://tickets.fake.test/auth/cross-app?session_token=");
    organiser.send(enable).leadsTo("https://tickets.fake.test/auth/cross-app?session_token=");

    organiser.send(enable).is(429);
    generate(fair.organiser(), "{}").isProblem(429, "TOO_MANY_ATTEMPTS");
  }

  @Test
  void aReferenceInAQueryReachesNoLog() {
    Logger root = (Logger) LoggerFactory.getLogger("dev.stagedoor");
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.setLevel(Level.DEBUG);
    root.addAppender(log);
    try {
      String reference = reference();
      assertThat(asShop("GET", "user-accounts?session_token=" + reference).send().status())
          .isEqualTo(200);
      asShop("GET", "user-accounts/?session_token=secret-mistyped").send();
      asShop("GET", "no-such-route?session_token=secret-mistyped").send();

      assertThat(List.copyOf(log.list))
          .isNotEmpty()
          .noneMatch(
              line ->
                  ("" + line.getFormattedMessage() + line.getKeyValuePairs())
                      .matches(".*(session_token|secret-mistyped|" + reference + "\\b).*"));
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
  }

  @Test
  void adminsReadWhatWasAskedAndRefused() {
    assertThat(validate("token-99").status()).isEqualTo(401);
    Answer uses =
        server
            .get("/api/admin/cross-app/uses?limit=1")
            .bearer(server.house().admin().token())
            .send();

    assertThat(uses.text())
        .contains(
            "\"action\":\"validate\"",
            "\"allowed\":false",
            "\"refusal\":\"CROSS_APP_SESSION_INVALID\"",
            "\"address\":\"127.0.0.1\"")
        .doesNotContain("token-99");
  }
}
