package dev.stagedoor.domain.memorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, ada-lovelace",
    "'  Ada   King  ', ada-king",
    "José Pérez Muñoz, jose-perez-munoz",
    "Ægir Þórsson, ægir-þorsson",
    "Łukasz Żółć, łukasz-zołc",
    "İpek Işık, ipek-isık",
    "O'Brien-Smith (Jr.), o-brien-smith-jr",
    "Mary & Joe, mary-joe",
    "Elizabeth 2nd, elizabeth-2nd",
    "--- Ada ---, ada",
    "Ada ❤ Byron, ada-byron",
    "Straße, straße"
  })
  void isMadeOfTheNamesLettersAndDigits(String name, String slug) {
    assertThat(Slug.of(name, 1)).hasToString(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "محمد علي, محمد-علي",
    "مُحَمَّد, مُحَمَّد",
    "आदित्य शर्मा, आदित्य-शर्मा",
    "李 小龙, 李-小龙",
    "Мария Кюри, мария-кюри",
    "Ελένη Παππά, ελένη-παππά",
    "דוד לוי, דוד-לוי"
  })
  void keepsOtherScriptsWithTheirMarks(String name, String slug) {
    assertThat(Slug.of(name, 1).value()).isEqualTo(Normalizer.normalize(slug, Normalizer.Form.NFC));
  }

  @Test
  void isTheSameHoweverAnAccentWasTyped() {
    for (String name : new String[] {"José", "Ελένη", "Ёлка", "ज़ैन"}) {
      assertThat(Slug.of(Normalizer.normalize(name, Normalizer.Form.NFD), 1))
          .isEqualTo(Slug.of(Normalizer.normalize(name, Normalizer.Form.NFC), 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, ada-lovelace", "2, ada-lovelace-2", "37, ada-lovelace-37"})
  void everyAttemptGivesAnother(int attempt, String slug) {
    assertThat(Slug.of("Ada Lovelace", attempt)).hasToString(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "❤", "...", "—"})
  void aNameWithoutAnyLetterGivesAnAddressAllTheSame(String name) {
    assertThat(Slug.of(name, 1)).hasToString("in-memory-of");
    assertThat(Slug.of(name, 2)).hasToString("in-memory-of-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "api",
        "login",
        "logout",
        "register",
        "profile",
        "director",
        "memorial",
        "internal",
        "sandbox",
        "docs",
        "health",
        "prometheus",
        "integrations",
        "shows",
        "event",
        "events",
        "courses",
        "certificates",
        "chapters",
        "enrollments",
        "lectures",
        "payments",
        "people",
        "teaching",
        "learn",
        "teach",
        "ws",
        "webjars"
      })
  void neverShadowsARoute(String reserved) {
    assertThat(Slug.of(reserved.toUpperCase(Locale.ROOT), 1))
        .hasToString("in-memory-of-" + reserved);
    assertThatThrownBy(() -> new Slug(reserved)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongNameIsCutAndKeepsItsAttempt() {
    String name = "a".repeat(300);

    assertThat(Slug.of(name, 1).value()).isEqualTo("a".repeat(75));
    assertThat(Slug.of(name, 12).value()).isEqualTo("a".repeat(75) + "-12");
  }

  @Test
  void aLetterIsNeverCutInHalf() {
    assertThat(Slug.of("a" + "𠀀".repeat(60), 1).value()).isEqualTo("a" + "𠀀".repeat(37));
  }

  @ParameterizedTest
  @CsvSource({"𝐀𝐝𝐚 𝓛., ada-l", "Ａｄａ, ada", "Louis ⅩⅣ, louis-xiv", "Soﬁa ﷲ, sofia-الله"})
  void lettersInAnotherDressAreThoseLetters(String name, String slug) {
    assertThat(Slug.of(name, 1)).hasToString(slug);
  }

  @ParameterizedTest
  @CsvSource({"O´Brien, o-brien", "Ada ¨, ada", "\u0301Ada, ada", "¸ , in-memory-of"})
  void aMarkOnNoLetterIsDropped(String name, String slug) {
    assertThat(Slug.of(name, 1)).hasToString(slug);
  }

  @Test
  void aCutNameDoesNotEndInAHyphen() {
    assertThat(Slug.of("a".repeat(74) + " b", 1).value()).isEqualTo("a".repeat(74));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "-ada",
        "ada-",
        "ada--lovelace",
        "Ada",
        "ada lovelace",
        "ada/lovelace",
        "ada.html",
        "..",
        "ada?x=1",
        "ada%20lovelace",
        "ada\nlovelace"
      })
  void nothingElseIsASlug(String value) {
    assertThatThrownBy(() -> new Slug(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
