package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.memorials.Slug;
import dev.stagedoor.web.WebServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountPagesTest {
  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final Visitor visitor = new Visitor(server);
  private final InMemoryStagedoor house = server.house();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/password/forgot",
        "/password/reset?token=x",
        "/invitation?token=x",
        "/register/family",
        "/register/funeral-director"
      })
  void everybodyMaySeeTheWayIn(String page) {
    visitor.open(page).is(200);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aPageSpeaksTheLanguageThatWasChosenAndSoDoTheNext(Language language) {
    String lang = "<html lang=\"" + language.code() + "\"";
    String dir = "dir=\"" + (language.isRightToLeft() ? "rtl" : "ltr") + "\"";

    visitor.open("/login?lang=" + language.code()).is(200).says(lang + " " + dir);
    visitor.open("/register/family").is(200).says(lang + " " + dir);
    assertThat(visitor.cookies()).containsEntry("lang", language.code());
  }

  @Test
  void aLanguageChosenOnTheWayToSigningInIsKept() {
    visitor.open("/director?lang=ar").leadsTo("/login?next=");

    visitor.open("/login").says("<html lang=\"ar\"");
  }

  @Test
  void theLanguageLinksKeepWhatElseTheAddressSays() {
    visitor
        .open("/login?next=%2Fdirector%3Fpage%3D2")
        .is(200)
        .says("href=\"/login?next=%2Fdirector%3Fpage%3D2&amp;lang=de\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/profile",
        "/director",
        "/admin",
        "/admin/webhooks",
        "/admin/jobs",
        "/memorial/018f0000-0000-7000-8000-000000000000",
        "/memorial/018f0000-0000-7000-8000-000000000000/schedule",
        "/memorial/018f0000-0000-7000-8000-000000000000/payment",
        "/memorial/018f0000-0000-7000-8000-000000000000/livestream",
        "/memorial/018f0000-0000-7000-8000-000000000000/edit"
      })
  void whoIsNotSignedInIsLedToSignInAndBack(String page) {
    visitor.open(page).leadsTo("/login?next=" + page.replace("/", "%2F"));
  }

  @Test
  void signingInLeadsToThePageThatWasWanted() {
    InMemoryStagedoor.Person person = house.aFamily().person();

    visitor
        .send(
            "/login",
            "email",
            person.email().value(),
            "password",
            InMemoryStagedoor.PASSWORD.reveal(),
            "next",
            "/profile?page=1")
        .leadsTo("/profile?page=1");
    visitor.open("/profile?page=1").is(200).says(person.email().value());
    visitor.open("/login").leadsTo("/profile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example"})
  void signingInNeverLeadsToAnotherSite(String next) {
    InMemoryStagedoor.Person person = house.aFamily().person();

    visitor
        .send(
            "/login",
            "email",
            person.email().value(),
            "password",
            InMemoryStagedoor.PASSWORD.reveal(),
            "next",
            next)
        .leadsTo("/profile");
  }

  @Test
  void aWrongPasswordIsToldAboveTheFormAndNotSentBack() {
    visitor
        .send("/login", "email", "nobody@example.org", "password", "not the right one")
        .is(422)
        .says("The e-mail address or the password is wrong.", "value=\"nobody@example.org\"")
        .saysNot("not the right one");
    assertThat(visitor.cookies()).doesNotContainKey("session");
  }

  @Test
  void guessingIsStoppedOnThePageAsInTheApi() {
    String[] wrong = {"email", "victim@example.org", "password", "wrong password"};
    for (int i = 0; i < 10; i++) {
      visitor.send("/login", wrong).is(422);
    }

    visitor.send("/login", wrong).is(429).says("Too many attempts");
  }

  @Test
  void signingOutEndsTheSession() {
    Visitor family = Visitor.signedIn(server, house.aFamily().person());
    String session = family.cookies().get("session");

    family.send("/logout").leadsTo("/?done=signed_out");
    family.open("/?done=signed_out").is(200).says("You are signed out.");

    assertThat(family.cookies()).doesNotContainKey("session");
    assertThat(
            server.get("/api/user/auth/me").header("Cookie", "session=" + session).send().status())
        .isEqualTo(401);
  }

  @Test
  void aForgottenPasswordIsSetAnewByTheLinkInTheMail() {
    InMemoryStagedoor.Person person = house.aFamily().person();

    visitor
        .send("/password/forgot", "email", person.email().value())
        .leadsTo("/password/forgot?done=reset_mailed");
    String token = token(person.email(), "/password/reset?token=");
    visitor.open("/password/reset?token=" + token).is(200).says(token);
    visitor
        .send("/password/reset", "token", token, "password", "short")
        .is(422)
        .says("A password has 8 to 128 characters.");
    visitor
        .send("/password/reset", "token", token, "password", "a new password")
        .leadsTo("/login?done=password_changed");
    visitor
        .send("/password/reset", "token", token, "password", "a new password")
        .is(422)
        .says("This link is no longer valid");
    visitor
        .send("/login", "email", person.email().value(), "password", "a new password")
        .leadsTo("/profile");
  }

  @Test
  void pagesThatHoldATokenAreKeptByNobody() {
    assertThat(visitor.open("/password/reset?token=x").answer().headers("Cache-Control"))
        .containsExactly("no-store");
  }

  private String token(EmailAddress to, String link) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(link) + "([^\\s\"<]+)")
            .matcher(house.mailsTo(to).get(1).content().text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void anUnknownAddressIsAPageThatSaysSo() {
    visitor.open("/nobody-of-that-name").is(404).says("There is nothing here");
    visitor.open("/no/such/page").is(404);
    visitor.open("/memorial/not-an-id/schedule").is(404);
  }

  @Test
  void onlyWhatWeSaidCanBeANote() {
    visitor.open("/?done=signed_out").is(200).says("You are signed out.");
    visitor.open("/?done=%3Cb%3Eowned%3C/b%3E").is(200).saysNot("owned</b>");
    visitor.open("/?done=nothing_of_the_kind").is(200).saysNot("nothing_of_the_kind</p>");
  }

  @Test
  void noMemorialCanHaveTheFirstPartOfAnotherRouteForItsAddress() {
    Set<String> parts =
        server
            .bean(Router.class)
            .uriRoutes()
            .map(route -> route.getUriMatchTemplate().toPathString().split("/"))
            .filter(path -> path.length > 1)
            .map(path -> path[1])
            .filter(part -> !part.isEmpty() && !part.contains("{"))
            .collect(Collectors.toSet());

    assertThat(parts).contains("courses", "health", "login", "payments");
    assertThat(parts)
        .allSatisfy(part -> assertThat(Slug.of(part, 1).value()).startsWith("in-memory-of-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "application/json, text/plain, */*"})
  void programsReachTheirRoutesBesideTheAddressesOfMemorials(String accept) {
    for (String path : List.of("/payments", "/teaching")) {
      server.get(path).header("Accept", accept).send().isProblem(401, "NOT_SIGNED_IN");
    }
  }

  private static boolean isForPrograms(String path) {
    return server.get(path).header("Accept", "application/json").send().status() != 404;
  }

  @Test
  void memorialsShadowNoOtherRoute() {
    List<String> addresses =
        server
            .bean(Router.class)
            .uriRoutes()
            .filter(route -> route.getHttpMethod() == HttpMethod.GET)
            .map(route -> route.getUriMatchTemplate().toPathString())
            .filter(path -> path.matches("/[^/{]+"))
            .distinct()
            .toList();

    assertThat(addresses).contains("/health", "/prometheus", "/openapi.yml", "/docs", "/login");
    assertThat(addresses)
        .allMatch(path -> visitor.open(path).answer().status() != 404 || isForPrograms(path));
  }
}
