package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern SAID =
      Pattern.compile(
          "\"((?:ui|memorials|liveselling|courses|events|tv|analytics|errors)\\.[\\w.]+)\"");

  private static final Translations TRANSLATIONS = new Translations();

  /**
   * Returns every key the pages name; one that ends in a dot goes on with something known later.
   */
  private static Set<String> said() throws IOException {
    Set<String> said = new TreeSet<>();
    for (String folder :
        List.of(
            "src/main/jte",
            "src/main/java/dev/stagedoor/web/pages",
            "src/main/java/dev/stagedoor/web/liveselling",
            "src/main/java/dev/stagedoor/web/tv")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher matcher = SAID.matcher(Files.readString(file));
          while (matcher.find()) {
            said.add(matcher.group(1));
          }
        }
      }
    }
    return said;
  }

  @Test
  void everythingThePagesSayIsKnown() throws IOException {
    Set<String> known = TRANSLATIONS.keys(Language.EN);

    assertThat(said())
        .hasSizeGreaterThan(200)
        .allMatch(
            key ->
                key.endsWith(".")
                    ? known.stream().anyMatch(one -> one.startsWith(key))
                    : known.contains(key));
  }

  @Test
  void nothingOfThePagesWordsIsLeftOver() throws IOException {
    Set<String> said = said();

    assertThat(TRANSLATIONS.keys(Language.EN))
        .filteredOn(
            key -> key.matches("(ui|memorials|liveselling|courses|events|tv|analytics)\\..*"))
        .allMatch(
            key ->
                said.contains(key)
                    || said.stream().anyMatch(one -> one.endsWith(".") && key.startsWith(one)));
  }

  @Test
  void placeholdersAreFilledInAndOthersStayForScripts() {
    Texts texts = new Texts(TRANSLATIONS, Language.EN);

    assertThat(texts.say("ui.pages.of", "page", 2, "last", 5)).isEqualTo("Page 2 of 5");
    assertThat(texts.say("memorials.stream.viewers")).contains("{count}");
  }

  @Test
  void daysAndLengthsAreWrittenForPeople() {
    assertThat(new Texts(TRANSLATIONS, Language.EN).day(LocalDate.of(2025, 3, 14)))
        .isEqualTo("Friday, March 14, 2025");
    assertThat(new Texts(TRANSLATIONS, Language.DE).day(LocalDate.of(2025, 3, 14)))
        .isEqualTo("Freitag, 14. März 2025");
    assertThat(new Texts(TRANSLATIONS, Language.AR).length(Duration.ofSeconds(3909)))
        .isEqualTo("1:05:09");
    assertThat(new Texts(TRANSLATIONS, Language.EN).length(Duration.ofSeconds(309)))
        .isEqualTo("5:09");
  }

  @Test
  void numbersAreWrittenAsTheReaderWritesThem() {
    Texts german = new Texts(TRANSLATIONS, Language.DE);
    Texts arabic = new Texts(TRANSLATIONS, Language.AR);

    assertThat(new Texts(TRANSLATIONS, Language.EN).say("tv.channels.count", "count", 200_000))
        .contains("200,000");
    assertThat(german.say("tv.channels.count", "count", 200_000L)).contains("200.000");
    assertThat(new Texts(TRANSLATIONS, Language.HI).number(1_234_567)).isEqualTo("1,234,567");
    assertThat(new Texts(TRANSLATIONS, Language.EN).percent(58)).isEqualTo("58%");
    assertThat(german.percent(58)).isEqualTo("58\u00a0%");
    assertThat(arabic.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(arabic.money(Money.of(1250, "USD"))).contains("12.50");
  }

  @Test
  void whatIsANameMadeOfDigitsIsNotGrouped() {
    Texts texts = new Texts(TRANSLATIONS, Language.EN);

    assertThat(texts.say("liveselling.item.line", "number", 1234, "count", 1500))
        .contains("item 1234 (1,500)");
  }
}
