package dev.stagedoor.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.application.tv.ChargedClient;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final String RIGHT = InMemoryStagedoor.PASSWORD.reveal();
  private WebServer server;

  @BeforeEach
  void start() {
    server =
        WebServer.start(
            "test.routes=true",
            "stagedoor.rate-limits.requests=5",
            "stagedoor.rate-limits.tv-requests=2",
            "stagedoor.rate-limits.tv-premium-requests=4",
            "stagedoor.rate-limits.attempts-per-account-and-address=2",
            "stagedoor.rate-limits.attempts-per-account=3",
            "stagedoor.rate-limits.attempts-per-address=4",
            "stagedoor.rate-limits.mails-per-account=3",
            "stagedoor.http.trusted-proxies=127.0.0.1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyAnswerSaysWhereTheCallerStands() {
    visit();
    server.house().clock().advance(Duration.ofSeconds(90));

    Answer answer = visit();

    assertThat(answer.header("X-RateLimit-Limit")).hasValue("5");
    assertThat(answer.header("X-RateLimit-Remaining")).hasValue("3");
    assertThat(answer.header("X-RateLimit-Reset")).hasValue("2025-06-01T10:15:00.000Z");
    assertThat(answer.header("RateLimit-Policy")).hasValue("\"product\";q=5;w=900");
    assertThat(answer.header("RateLimit")).hasValue("\"product\";r=3;t=810");
  }

  @Test
  void whatIsTooMuchIsRefusedUntilThePeriodIsOver() {
    for (int i = 0; i < 5; i++) {
      assertThat(visit().status()).isEqualTo(200);
    }
    server.house().clock().advance(Duration.ofMinutes(5));

    Answer answer = visit().isProblem(429, "RATE_LIMITED");
    assertThat(answer.header("Retry-After")).hasValue("600");
    assertThat(answer.member("retryAfter")).isEqualTo(600);
    assertThat(answer.header("X-RateLimit-Remaining")).hasValue("0");

    server.house().clock().advance(Duration.ofMinutes(10));
    assertThat(visit().status()).isEqualTo(200);
  }

  @Test
  void eachAccountAndEachAddressHasItsOwnLimit() {
    Person ada = server.house().aFamily().person();
    for (int i = 0; i < 6; i++) {
      visit();
    }

    assertThat(server.get("/api/test/actor").bearer(ada.token()).send().status()).isEqualTo(200);
    assertThat(from("203.0.113.7").status()).isEqualTo(200);
    visit().isProblem(429, "RATE_LIMITED");
  }

  @Test
  void anAddressThatSomebodyMakesUpDoesNotHelp() {
    for (int i = 0; i < 5; i++) {
      from("198.51.100." + i + ", 203.0.113.7");
    }

    from("198.51.100.99, 203.0.113.7").isProblem(429, "RATE_LIMITED");
  }

  @Test
  void aHouseholdOfIpv6AddressesIsOneCaller() {
    for (int i = 0; i < 5; i++) {
      from("2001:db8:1:2::" + i);
    }

    from("2001:db8:1:2:ffff::1").isProblem(429, "RATE_LIMITED");
    assertThat(from("2001:db8:1:3::1").status()).isEqualTo(200);
  }

  @Test
  void badTokensCountToo() {
    for (int i = 0; i < 5; i++) {
      server.get("/api/test/actor").header("Authorization", "Bearer x").send();
    }

    server
        .get("/api/test/actor")
        .header("Authorization", "Bearer x")
        .send()
        .isProblem(429, "RATE_LIMITED");
  }

  @Test
  void fromOneAddressAnyNumberOfReadersUnsubscribeEachByTheirOwnLink() {
    for (int i = 0; i < 6; i++) {
      visit();
    }
    visit().isProblem(429, "RATE_LIMITED");

    for (int i = 0; i < 6; i++) {
      assertThat(unsubscribe(server.house().unsubscribeToken()).status()).isEqualTo(200);
    }
    unsubscribe("forged").isProblem(429, "RATE_LIMITED");
    String link = server.house().unsubscribeToken();
    for (int i = 0; i < 5; i++) {
      assertThat(unsubscribe(link).status()).isEqualTo(200);
    }
    unsubscribe(link).isProblem(429, "RATE_LIMITED");
  }

  private Answer unsubscribe(String token) {
    return server.post("/unsubscribe?token=" + token).bytes(new byte[0]).send();
  }

  @Test
  void theTvAreaHasALimitOfItsOwnWhichAdminsHaveNot() {
    assertThat(server.get("/api/v1/languages").send().header("RateLimit-Policy"))
        .hasValue("\"tv\";q=2;w=900");
    server.get("/api/v1/languages").send();
    server.get("/api/v1/languages").send().isProblem(429, "RATE_LIMITED");
    assertThat(visit().status()).isEqualTo(200);

    Person admin = server.house().admin();
    for (int i = 0; i < 4; i++) {
      assertThat(server.get("/api/v1/languages").bearer(admin.token()).send().status())
          .isEqualTo(200);
    }
  }

  /** Somebody whose plan a reseller pays, and the reseller. */
  private record Served(Person client, ClientId id, Actor reseller) {}

  private Served aClientOfAReseller() {
    server.house().stagedoor().prepare();
    Person admin = server.house().admin();
    var stagedoor = server.house().stagedoor();
    var account = server.house().aFamily().person().actor().userId();
    stagedoor.accountAdmin().changeRole(admin.actor(), account, Role.RESELLER, "");
    stagedoor.credits().add(admin.actor(), account, 10_000, "", Optional.empty());
    Actor reseller = Actor.user(account, Role.RESELLER);
    EmailAddress address = server.house().anAddress();
    ChargedClient made =
        stagedoor
            .resellers()
            .create(
                reseller,
                new NewClient(
                    address.value(),
                    InMemoryStagedoor.PASSWORD,
                    "Local Customer",
                    "price_premium_monthly",
                    Optional.empty()));
    return new Served(server.house().signIn(address), new ClientId(made.client().id()), reseller);
  }

  private String limitOf(Person person) {
    return server
        .get("/api/v1/languages")
        .bearer(person.token())
        .send()
        .header("X-RateLimit-Limit")
        .orElseThrow();
  }

  @Test
  void whoHasAPlanThatIsPaidMayAskMoreAndIsToldWhenToComeBack() {
    Person client = aClientOfAReseller().client();

    Answer first = server.get("/api/v1/languages").bearer(client.token()).send();
    assertThat(first.header("X-RateLimit-Limit")).hasValue("4");
    assertThat(first.header("X-RateLimit-Remaining")).hasValue("3");
    for (int i = 0; i < 3; i++) {
      assertThat(server.get("/api/v1/languages").bearer(client.token()).send().status())
          .isEqualTo(200);
    }
    Answer answer =
        server
            .get("/api/v1/languages")
            .bearer(client.token())
            .send()
            .isProblem(429, "RATE_LIMITED");
    assertThat(answer.header("Retry-After")).hasValue("900");
    assertThat(answer.member("detail"))
        .isEqualTo("Rate limit exceeded. Please retry after 900 seconds");
  }

  @Test
  void whosePlanIsPaidAgainMayAskMoreInSecondsAndWhoseIsOverLessInAMinute() {
    Served served = aClientOfAReseller();
    var resellers = server.house().stagedoor().resellers();
    resellers.suspend(served.reseller(), served.id());
    assertThat(limitOf(served.client())).isEqualTo("2");

    resellers.resume(served.reseller(), served.id());
    server.house().clock().advance(Duration.ofSeconds(5).minusMillis(1));
    assertThat(limitOf(served.client())).isEqualTo("2");
    server.house().clock().advance(Duration.ofMillis(1));
    assertThat(limitOf(served.client())).isEqualTo("4");

    resellers.suspend(served.reseller(), served.id());
    server.house().clock().advance(Duration.ofMinutes(1).minusMillis(1));
    assertThat(limitOf(served.client())).isEqualTo("4");
    server.house().clock().advance(Duration.ofMillis(1));
    assertThat(limitOf(served.client())).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/api/v1/health", "/prometheus", "/docs/res/swagger-ui.css"})
  void whatMachinesAskIsNotCounted(String path) {
    for (int i = 0; i < 7; i++) {
      Answer answer = server.get(path).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
    }
  }

  @Test
  void webhooksAreNotCounted() {
    for (int i = 0; i < 7; i++) {
      assertThat(server.post("/api/webhooks/fake").send().status()).isEqualTo(400);
    }
  }

  @Test
  void guessingFromOneAddressEndsSoonAndLocksNobodyElseOut() {
    Person ada = server.house().aFamily().person();
    for (int i = 0; i < 2; i++) {
      signIn(ada, "guess " + i, "203.0.113.1").isProblem(401, "AUTH_001");
    }

    Answer answer = signIn(ada, RIGHT, "203.0.113.1").isProblem(429, "TOO_MANY_ATTEMPTS");
    assertThat(answer.header("Retry-After")).hasValue("900");
    assertThat(signIn(ada, RIGHT, "203.0.113.9").status()).isEqualTo(200);

    server.house().clock().advance(PERIOD);
    assertThat(signIn(ada, RIGHT, "203.0.113.1").status()).isEqualTo(200);
  }

  @Test
  void guessingFromManyAddressesEndsButNotForWhoSignedInThereBefore() {
    Person ada = server.house().aFamily().person();
    assertThat(signIn(ada, RIGHT, "203.0.113.9").status()).isEqualTo(200);
    guessEverywhere(ada);

    signIn(ada, RIGHT, "203.0.113.8").isProblem(429, "TOO_MANY_ATTEMPTS");
    assertThat(signIn(ada, RIGHT, "203.0.113.9").status()).isEqualTo(200);
  }

  @Test
  void whereSomebodySignedInIsForgottenAfterAMonth() {
    Person ada = server.house().aFamily().person();
    assertThat(signIn(ada, RIGHT, "203.0.113.9").status()).isEqualTo(200);
    server.house().clock().advance(Duration.ofDays(30));
    guessEverywhere(ada);

    signIn(ada, RIGHT, "203.0.113.9").isProblem(429, "TOO_MANY_ATTEMPTS");
  }

  @Test
  void whoSignedInSomewhereCannotGuessThereWithoutEnd() {
    Person ada = server.house().aFamily().person();
    assertThat(signIn(ada, RIGHT, "203.0.113.9").status()).isEqualTo(200);
    signIn(ada, "guess 1", "203.0.113.9").isProblem(401, "AUTH_001");
    signIn(ada, "guess 2", "203.0.113.9").isProblem(401, "AUTH_001");

    signIn(ada, "guess 3", "203.0.113.9").isProblem(429, "TOO_MANY_ATTEMPTS");
  }

  @Test
  void aResetLinkLetsInWhoIsKeptOutByGuessers() {
    Person ada = server.house().aFamily().person();
    signIn(ada, "guess 1", "203.0.113.9").isProblem(401, "AUTH_001");
    signIn(ada, "guess 2", "203.0.113.9").isProblem(401, "AUTH_001");
    signIn(ada, "guess 3", "203.0.113.1").isProblem(401, "AUTH_001");
    signIn(ada, RIGHT, "203.0.113.2").isProblem(429, "TOO_MANY_ATTEMPTS");

    assertThat(forgot(ada, "203.0.113.20").status()).isEqualTo(202);
    String mail = last(server.house().mailsTo(ada.email())).content().text();
    String token = mail.replaceFirst("(?s).*reset\\?token=(\\S+).*", "$1");
    server
        .post("/api/auth/password/reset")
        .header("X-Forwarded-For", "203.0.113.9")
        .json("{'token':'" + token + "','password':'a new password'}")
        .send();

    assertThat(signIn(ada, "a new password", "203.0.113.9").status()).isEqualTo(200);
  }

  @Test
  void anAttemptThatCannotBeCheckedDoesNotCount() {
    Person ada = server.house().aFamily().person();
    server.house().identities().failWith(ProviderException.Kind.UNAVAILABLE);
    for (int i = 0; i < 3; i++) {
      assertThat(signIn(ada, RIGHT, "203.0.113.1").status()).isEqualTo(503);
    }
    server.house().identities().recover();

    assertThat(signIn(ada, RIGHT, "203.0.113.1").status()).isEqualTo(200);
  }

  private void guessEverywhere(Person person) {
    for (int i = 0; i < 3; i++) {
      signIn(person, "guess " + i, "198.51.100." + i).isProblem(401, "AUTH_001");
    }
    signIn(person, "guess", "198.51.100.3").isProblem(429, "TOO_MANY_ATTEMPTS");
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  @Test
  void guessingAcrossAccountsEndsAtTheAddress() {
    for (int i = 0; i < 4; i++) {
      signIn(server.house().aFamily().person(), "guess", "203.0.113.1").isProblem(401, "AUTH_001");
    }

    signIn(server.house().aFamily().person(), "guess", "203.0.113.1")
        .isProblem(429, "TOO_MANY_ATTEMPTS");
  }

  @Test
  void signingInRightDoesNotCount() {
    Person ada = server.house().aFamily().person();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(ada, RIGHT, "203.0.113.1").status()).isEqualTo(200);
    }
  }

  @Test
  void resetMailsCountEvenThoughTheyAlwaysSucceed() {
    Person ada = server.house().aFamily().person();
    for (int i = 0; i < 3; i++) {
      assertThat(forgot(ada, "203.0.113." + i).status()).isEqualTo(202);
    }

    forgot(ada, "203.0.113.9").isProblem(429, "TOO_MANY_ATTEMPTS");
    assertThat(signIn(ada, RIGHT, "203.0.113.9").status()).isEqualTo(200);
  }

  private Answer forgot(Person person, String address) {
    return server
        .post("/api/auth/password/forgot")
        .header("X-Forwarded-For", address)
        .json("{'email':'" + person.email().value() + "'}")
        .send();
  }

  private Answer signIn(Person person, String password, String address) {
    return server
        .post("/api/user/auth/login")
        .header("X-Forwarded-For", address)
        .json("{'email':'%s','password':'%s'}".formatted(person.email().value(), password))
        .send();
  }

  private Answer visit() {
    return server.get("/api/test/actor").send();
  }

  private Answer from(String forwardedFor) {
    return server.get("/api/test/actor").header("X-Forwarded-For", forwardedFor).send();
  }
}
