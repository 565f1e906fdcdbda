package dev.stagedoor.application.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranslationsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");
  private static final Translations TRANSLATIONS = new Translations();

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
    Set<String> keys = TRANSLATIONS.keys(language);
    long same =
        keys.stream()
            .filter(
                key -> TRANSLATIONS.text(language, key).equals(TRANSLATIONS.text(Language.EN, key)))
            .count();

    assertThat(same).isLessThan(keys.size() / 5);
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

  private static Set<String> placeholders(Language language, String key) {
    return PLACEHOLDER
        .matcher(TRANSLATIONS.text(language, key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
