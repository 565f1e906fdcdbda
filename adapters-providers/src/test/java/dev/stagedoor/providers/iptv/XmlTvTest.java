package dev.stagedoor.providers.iptv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTvTest {
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final String ONE =
      "<programme start=\"20250601130000 +0100\" stop=\"20250601150000 +0100\" channel=\"news.uk\">"
          + "<title>News</title><desc>All of it</desc></programme>";

  private static List<Programme> read(String text, Charset code) {
    List<Programme> all = new ArrayList<>();
    try {
      XmlTv.read(new ByteArrayInputStream(text.getBytes(code)), NOW, all::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static List<Programme> read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private static PlaylistProblem problem(String text) {
    return catchThrowableOfType(PlaylistException.class, () -> read(text)).problem();
  }

  @Test
  void programmesAreRead() {
    assertThat(
            read(
                "<?xml version=\"1.0\"?><!DOCTYPE tv SYSTEM \"xmltv.dtd\"><tv generator=\"x\">"
                    + "<channel id=\"news.uk\"><display-name>News</display-name></channel>"
                    + "<!-- > a <remark> -->"
                    + ONE
                    + "</tv>"))
        .containsExactly(
            new Programme(
                "news.uk",
                Instant.parse("2025-06-01T12:00:00Z"),
                Instant.parse("2025-06-01T14:00:00Z"),
                "News",
                "All of it"));
  }

  @Test
  void theFirstOfSeveralLanguagesAndWhatIsInDataIsTaken() {
    Programme one =
        read("<tv><programme start=\"20250601120000\" stop=\"20250601130000\" channel=\"a\">"
                + "<title lang=\"de\">Eins &amp; <b>zwei</b>drei</title><title>One</title>"
                + "<desc><![CDATA[a <b> > ]] c]]></desc><credits><actor>X</actor></credits>"
                + "</programme></tv>")
            .get(0);

    assertThat(one.title()).isEqualTo("Eins & drei");
    assertThat(one.description()).isEqualTo("a <b> > ]] c");
  }

  @Test
  void otherCodesAreRead() {
    assertThat(
            read(
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><tv>"
                    + ONE.replace("News", "Télé")
                    + "</tv>",
                StandardCharsets.ISO_8859_1))
        .extracting(Programme::title)
        .containsExactly("Télé");
  }

  @Test
  void whatIsOverTooFarOffOrMakesNoSenseIsLeftOut() {
    String form = "<programme start=\"%s\" stop=\"%s\" channel=\"a\"><title>%s</title></programme>";

    assertThat(
            read(
                "<tv>"
                    + form.formatted("20250601100000", "20250601120000", "over")
                    + form.formatted("20250601100000", "20250601120001", "just on")
                    + form.formatted("20250608115959", "20250608130000", "within a week")
                    + form.formatted("20250608120000", "20250608130000", "too far off")
                    + form.formatted("20250601140000", "20250601130000", "backwards")
                    + form.formatted("20250631140000", "20250731130000", "no such day")
                    + form.formatted("soon", "20250601130000", "no time")
                    + form.formatted("20250601130000", "20250601140000", "")
                    + "</tv>"))
        .extracting(Programme::title)
        .containsExactly("just on", "within a week");
  }

  @ParameterizedTest
  @CsvSource({
    "20250601120000 +0200,2025-06-01T10:00:00Z",
    "20250601120000,2025-06-01T12:00:00Z",
    "202506011230,2025-06-01T12:30:00Z",
    "20250601,2025-06-01T00:00:00Z",
    "20250601120000 -0330,2025-06-01T15:30:00Z"
  })
  void timesAreRead(String text, Instant time) {
    assertThat(XmlTv.time(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "20251301", "20250601 +9900", "2025"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(XmlTv.time(text)).isEmpty();
  }

  @Test
  void entitiesAreNotReplaced() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE tv [<!ENTITY a0 \"boom\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    String guide = bomb + "]><tv>" + ONE.replace("News", "x&a29;y") + "</tv>";
    String reading =
        "<!DOCTYPE tv [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tv>"
            + ONE.replace("News", "x&x;y")
            + "</tv>";

    for (String hostile : List.of(guide, reading)) {
      String shown;
      try {
        shown = read(hostile).toString();
      } catch (PlaylistException e) {
        shown = e.problem().code();
      }
      assertThat(shown).doesNotContain("boom", "root:").hasSizeLessThan(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#EXTM3U",
        "<html><body>Welcome</body></html>",
        "<tv><programme",
        "<tv><programme start=\"1\"></tv>",
        "{}"
      })
  void whatIsNoGuideIsNone(String text) {
    assertThat(problem(text)).isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
  }

  @Test
  void nothingLongIsHeldWhole() {
    String filling = "> ".repeat(Lines.LONGEST);

    assertThat(problem("<tv a=\"" + filling + "\"/>")).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(problem("<tv><!--" + filling + "--></tv>")).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(problem("<tv><?x " + filling + "?></tv>")).isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(problem("<tv><![CDATA[" + filling + "]]></tv>"))
        .isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(problem("<!DOCTYPE tv [" + filling + "]><tv/>"))
        .isEqualTo(PlaylistProblem.TOO_LARGE);
    assertThat(problem("<tv>" + filling + "</tv>")).isEqualTo(PlaylistProblem.TOO_LARGE);
  }

  @Test
  void manyNamesAndDeepElementsAreNoGuide() {
    StringBuilder names = new StringBuilder("<tv>");
    for (int i = 0; i < 2000; i++) {
      names.append("<x").append(i).append("/>");
    }

    assertThat(problem(names + "</tv>")).isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
    assertThat(problem("<tv>" + "<a>".repeat(100_000))).isEqualTo(PlaylistProblem.NOT_A_PLAYLIST);
  }
}
