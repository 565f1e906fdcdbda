package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sites may show tickets, which we show, and what is kept on the way. */
class EventsEmbeddingTest extends EventsPagesScene {
  private static String policy(Answer answer) {
    assertThat(answer.headers("Content-Security-Policy")).hasSize(1);
    return answer.header("Content-Security-Policy").orElseThrow();
  }

  private static String directive(Answer answer, String name) {
    Matcher matcher = Pattern.compile("(?:^|; )" + name + " ([^;]*)").matcher(policy(answer));
    assertThat(matcher.find()).as("%s in %s", name, policy(answer)).isTrue();
    return matcher.group(1);
  }

  @Test
  void onlyTheWidgetMayBeShownByOthersAndEveryPageWithTicketsMayShowTheShop() {
    EventView concert = promoter.event("Framed");

    Answer widget = widget(concert);
    assertThat(directive(widget, "frame-ancestors")).isEqualTo("*");
    assertThat(directive(widget, "frame-src")).isEqualTo("'self' " + SHOP);
    assertThat(widget.header("X-Frame-Options")).isEmpty();

    Answer page = visitor.open(page(concert)).answer();
    assertThat(directive(page, "frame-ancestors")).isEqualTo("'self'");
    assertThat(directive(page, "frame-src")).isEqualTo("'self' " + SHOP);

    Answer edit = organiser.open(page(concert) + "/edit").is(200).answer();
    assertThat(directive(edit, "frame-ancestors")).isEqualTo("'self'");
    assertThat(directive(edit, "form-action")).isEqualTo("'self' https: " + SHOP);
    assertThat(policy(edit)).doesNotContain("frame-src");
    assertThat(policy(visitor.open("/events").answer()))
        .contains("frame-ancestors 'self'")
        .doesNotContain(SHOP);
  }

  @Test
  void theOperatorSaysWhichSitesMayShowTickets() {
    try (WebServer strict =
        WebServer.start(
            "stagedoor.events.embed-origins=https://www.example.org,http://LOCALHOST:8080/")) {
      Promoter there = new Promoter(strict.house(), "Robert");
      EventView concert = there.event("Chosen");
      Visitor runs = Visitor.signedIn(strict, there.person());

      Answer widget = strict.get(page(concert) + "/widget").header("Accept", "text/html").send();

      assertThat(directive(widget, "frame-ancestors"))
          .isEqualTo("'self' https://www.example.org http://localhost:8080");
      runs.open(page(concert) + "/edit")
          .is(200)
          .says("https://www.example.org, http://localhost:8080");
    }
  }

  @Test
  void nobodyElseMayShowThemWhereNoSiteIsNamed() {
    assertThat(new EmbedSettings(List.of()).ancestors()).containsExactly("'self'");
    assertThat(new EmbedSettings(List.of(" ")).ancestors()).containsExactly("'self'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.example.org",
        "https://example.org/path",
        "https://example.org?x",
        "https://a@example.org",
        "ftp://example.org",
        "https://*.example.org",
        "https:",
        "'self'",
        "https://example.org; script-src *",
        "null"
      })
  void aSettingThatIsNoOriginRefusesTheStart(String origin) {
    assertThatThrownBy(() -> new EmbedSettings(List.of("https://example.org", origin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stagedoor.events.embed-origins");
    assertThatThrownBy(() -> new EmbedSettings(List.of("*", "https://example.org")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aServerWithSuchASettingDoesNotStart() {
    assertThatThrownBy(() -> WebServer.start("stagedoor.events.embed-origins=example.org").close())
        .hasStackTraceContaining("stagedoor.events.embed-origins takes origins");
  }

  @Test
  void theScriptForOtherSitesHasAnAddressThatNeverChanges() {
    Answer script = SERVER.get("/embed.js").send();

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Type")).hasValue("text/javascript;charset=utf-8");
    assertThat(script.header("Cache-Control")).hasValue("public, max-age=3600");
    assertThat(script.text()).contains("stagedoor:height", "document.currentScript.src");
  }

  @Test
  void theSnippetIsSoundWhateverTheTitle() {
    EventView concert = promoter.event("\"><script>alert(1)</script> & more");

    String html = organiser.open(page(concert) + "/edit").is(200).html();

    // Once for the attribute in the page of the other site, and once for the field it stands in.
    assertThat(html)
        .contains("&lt;iframe src=\"", page(concert) + "/widget\"", "/embed.js\"&gt;")
        .contains(
            "&amp;quot;&amp;gt;&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; &amp;amp;")
        .contains("loading=\"lazy\"", "script async src=\"");
  }

  @Test
  void theWidgetIsTheSameForEverybodyAndKeptForAMoment() {
    EventView concert = promoter.event("Public");
    String cookies =
        String.join(
            "; ",
            organiser.cookies().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList());

    Answer mine =
        SERVER
            .get(page(concert) + "/widget?lang=de")
            .header("Accept", "text/html")
            .header("Cookie", cookies + "; stagedoor_language=fr")
            .send();
    Answer anyone =
        SERVER
            .get(page(concert) + "/widget")
            .header("Accept", "text/html")
            .header("Accept-Language", "de")
            .send();
    Answer broken =
        SERVER
            .get(page(concert) + "/widget?lang=de")
            .header("Accept", "text/html")
            .header("Cookie", "stagedoor_session=forged")
            .send();

    assertThat(mine.text()).isEqualTo(broken.text()).isEqualTo(anyone.text());
    for (Answer one : List.of(mine, anyone, broken)) {
      assertThat(one.status()).isEqualTo(200);
      assertThat(one.headers("Cache-Control")).containsExactly("public, max-age=5");
      assertThat(one.headers("Vary")).containsExactly("Accept-Language");
      assertThat(one.headers("Set-Cookie")).isEmpty();
      assertThat(one.text()).contains("<html lang=\"de\"").doesNotContainPattern(INLINE);
    }
  }

  @Test
  void anEventsPageIsKeptForVisitorsAloneAndWithoutAnythingPersonal() {
    EventView concert = promoter.event("Shared");

    Answer fresh = SERVER.get(page(concert)).header("Accept", "text/html").send();
    assertThat(fresh.headers("Cache-Control")).containsExactly("public, max-age=0, s-maxage=5");
    assertThat(fresh.header("Vary").orElseThrow()).contains("Cookie", "Accept-Language");

    assertThat(organiser.open(page(concert)).answer().headers("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(visitor.open(page(concert) + "?lang=de").answer().headers("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(visitor.open(page(concert)).answer().headers("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(organiser.open(page(concert) + "/edit").answer().headers("Cache-Control"))
        .containsExactly("no-store");
  }
}
