package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people come to subscription TV, pay for it, and read it in their language. */
class TvPagesTest extends TvPagesScene {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tv",
        "/tv/watch",
        "/tv/playlists",
        "/tv/account",
        "/reseller",
        "/reseller/transactions",
        "/admin/tv",
        "/admin/users",
        "/admin/plans",
        "/admin/audit"
      })
  void aVisitorIsLedToSignInAndBack(String path) {
    visitor.open(path).leadsTo("/login?next=" + path.replace("/", "%2F"));
  }

  @Test
  void whoSignsUpHasATrialAndAProfile() {
    visitor.open("/").is(200).says("href=\"/register/tv\"", "href=\"/tv/plans\"");
    visitor.open("/tv/plans").is(200).says("Family", "$9.99", "Try for nothing");
    visitor.open("/register/tv?next=/tv/plans").is(200).says("Begin the trial");

    Visitor john = newcomer("John Doe");

    john.open("/tv").is(200).says("Who is watching?", ">John<", "You are in your trial");
    john.open("/tv/account").is(200).says("1 of 5", "0 of 3", "Trial");
    john.open("/").is(200).says("href=\"/tv\"");
  }

  @Test
  void aFormThatAnotherSiteSendsIsRefused() {
    Visitor john = newcomer("John Doe");
    String cookie =
        String.join(
            "; ",
            john.cookies().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList());

    Answer answer =
        SERVER
            .post("/tv/profiles")
            .header("Cookie", cookie)
            .header("Origin", "https://evil.example.org")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("name=Intruder".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .send();

    assertThat(answer.status()).isEqualTo(403);
    john.open("/tv").is(200).saysNot("Intruder");
  }

  @Test
  void whoSubscribesIsLedToTheProvidersPage() {
    Visitor john = newcomer("John Doe");
    Visitor.Shown plans = john.open("/tv/plans").is(200);
    plans.says("Subscribe to Family");
    assertThat(directive(plans.answer(), "form-action")).isEqualTo("'self' https:");
    String key = plans.field("key");

    String page =
        john.send("/tv/subscribe", "price", "price_family_monthly", "key", key)
            .leadsTo("http")
            .location();

    assertThat(john.send("/tv/subscribe", "price", "price_family_monthly", "key", key).location())
        .isEqualTo(page);
    john.send("/tv/subscribe", "price", "price_of_nothing", "key", key + "x")
        .is(422)
        .says("No plan on offer has this price.");
    john.send("/tv/portal").is(422).says("You have no subscription.");
    john.send("/tv/cancel").is(422).says("You have no subscription.");
  }

  @Test
  void afterTheTrialThingsAreReadAndRemovedOnly() {
    String email = house.anAddress().value();
    Visitor john = newcomer("John Doe", email);
    house.later(Duration.ofDays(8));
    john.send("/login", "email", email, "password", "long enough").leadsTo("/");

    john.open("/tv").is(200).says("Your trial or subscription is over.");
    john.send("/tv/profiles", "name", "More").is(403).says("Your trial is over.");
    john.send("/tv/playlists", "name", "Mine", "url", "http://iptv.example.org/")
        .is(403)
        .says("Your trial is over.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "hi", "de", "es", "fr", "it", "pt"})
  void everyPageIsSoundInEveryLanguage(String language) {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(john, channel("m", Channel.Kind.MOVIE, "Movie", "https://cdn.example/m.mp4"));
    String[] pages = {
      "/tv",
      "/tv/watch?playlist=" + playlist + "&play=m",
      "/tv/playlists",
      "/tv/playlists/" + playlist,
      "/tv/account",
      "/tv/plans"
    };
    for (String page : pages) {
      String direction = language.equals("ar") ? "rtl" : "ltr";
      john.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language)
          .is(200)
          .says("<html lang=\"" + language + "\" dir=\"" + direction + "\"");
    }
    reseller(10).open("/reseller?lang=" + language).is(200).says("lang=\"" + language + "\"");
    Visitor admin = Visitor.signedIn(SERVER, house.admin());
    for (String page : List.of("/admin/tv", "/admin/users", "/admin/plans", "/admin/audit")) {
      admin.open(page + "?lang=" + language).is(200).says("<html lang=\"" + language + "\"");
    }
  }
}
