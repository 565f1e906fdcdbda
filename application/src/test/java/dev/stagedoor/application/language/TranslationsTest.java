package dev.stagedoor.application.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranslationsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");
  private static final Path FOLDER =
      Path.of("src/main/resources/dev/stagedoor/application/language/messages");
  private static final Translations TRANSLATIONS = new Translations();

  // Of products, plans, makers, protocols and units; the same in every language.
  private static final Set<String> NAMES =
      Set.of(
          "API",
          "Business",
          "Facebook",
          "Free",
          "MB",
          "Medusa",
          "Pro",
          "RTMP",
          "Shopify",
          "Square",
          "Stagedoor",
          "Starter",
          "Stripe",
          "ms");

  // Words that a language has in common with English. A text of any other word that is the same
  // was forgotten.
  private static final Map<Language, String> ALIKE =
      Map.of(
          Language.ES,
          "Asia Australia Chat Error Normal PIN Plan Total Variables",
          Language.FR,
          "Administration Clients Chat Date Description Europe Films Invitation Message Messages Mobile"
              + " Notifications Page Pages Pause Sessions Suspension Total Type Variables",
          Language.DE,
          "Chat Computer Credits Desktop Live Livestream Marketing Name PIN Pause Plan Playlist Playlists Rest Server"
              + " Shows Status System Tablet Text Trends",
          Language.PT,
          "Chat Marketing PIN Tablet Total",
          Language.IT,
          "Account Africa Asia Australia Chat Computer Desktop Marketing Mobile PIN Password Playlist Post"
              + " Privacy Server Tablet");

  private static Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.collect(Collectors.toSet());
    }
  }

  @Test
  void everyFileIsABundleThatIsReadInALanguageThatIsSpoken() throws IOException {
    Set<Path> expected =
        Translations.BUNDLES.stream()
            .flatMap(
                bundle ->
                    Arrays.stream(Language.values())
                        .map(language -> bundle + "_" + language.code() + ".properties"))
            .map(FOLDER::resolve)
            .collect(Collectors.toSet());

    assertThat(files()).isEqualTo(expected);
  }

  @Test
  void noFileSaysAKeyTwice() throws IOException {
    for (Path file : files()) {
      assertThat(
              Files.readAllLines(file).stream()
                  .filter(line -> line.matches("[\\w.]+ *=.*"))
                  .map(line -> line.split(" *=", 2)[0]))
          .as("%s", file.getFileName())
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyExistsInEveryLanguage(Language language) {
    assertThat(new TreeSet<>(TRANSLATIONS.keys(language)))
        .isEqualTo(new TreeSet<>(TRANSLATIONS.keys(Language.EN)));
  }

  @ParameterizedTest
  @EnumSource
  void everyTextHasTheSamePlaceholdersInEveryLanguage(Language language) {
    for (String key : TRANSLATIONS.keys(Language.EN)) {
      assertThat(placeholders(language, key)).as(key).isEqualTo(placeholders(Language.EN, key));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsBlankOrHasABraceThatIsNoPlaceholder(Language language) {
    for (String key : TRANSLATIONS.keys(language)) {
      String text = TRANSLATIONS.text(language, key);
      assertThat(text).as(key).isNotBlank();
      assertThat(PLACEHOLDER.matcher(text).replaceAll("")).as(key).doesNotContain("{", "}");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void noLanguageIsEnglishInDisguise(Language language) {
    Set<String> alike = new TreeSet<>(NAMES);
    alike.addAll(List.of(ALIKE.getOrDefault(language, "").split(" ")));

    assertThat(sameAsEnglish(language)).allMatch(text -> alike.containsAll(words(text)));
  }

  @Test
  void placeholdersAreFilledAsTheyStand() {
    assertThat(
            TRANSLATIONS.text(
                Language.EN,
                "mails.family_welcome.body",
                Map.of("name", "A$1 \\{lovedOne}", "lovedOne", "Grace")))
        .contains("A$1 \\{lovedOne}", "Grace");
  }

  @Test
  void aKeyThatDoesNotExistIsABug() {
    assertThatThrownBy(() -> TRANSLATIONS.text(Language.EN, "errors.NO_SUCH"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TRANSLATIONS.has("errors.NO_SUCH")).isFalse();
    assertThat(TRANSLATIONS.has("errors.NOT_FOUND")).isTrue();
  }

  /** Returns the texts that a language says as English does, but for those without any word. */
  private static Set<String> sameAsEnglish(Language language) {
    return TRANSLATIONS.keys(language).stream()
        .map(key -> Map.entry(key, TRANSLATIONS.text(language, key)))
        .filter(text -> text.getValue().equals(TRANSLATIONS.text(Language.EN, text.getKey())))
        .map(Map.Entry::getValue)
        .filter(text -> !words(text).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String text) {
    return Pattern.compile("\\p{L}+")
        .matcher(PLACEHOLDER.matcher(text).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Set<String> placeholders(Language language, String key) {
    return PLACEHOLDER
        .matcher(TRANSLATIONS.text(language, key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
