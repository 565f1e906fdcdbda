package dev.stagedoor.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({"pt,PT", "pt-BR,PT", "PT_br,PT", "' es ',ES", "zh-Hans,", "en,EN", "ar-EG,AR"})
  void isFoundByItsCodeWithOrWithoutARegion(String tag, Language language) {
    if (language == null) {
      assertThat(Language.find(tag)).isEmpty();
    } else {
      assertThat(Language.find(tag)).contains(language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "xx", "english", "*", "e"})
  void isNotFoundByAnythingElse(String tag) {
    assertThat(Language.find(tag)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsOwnCodeAndLocale(Language language) {
    assertThat(Language.find(language.code())).contains(language);
    assertThat(Language.find(language.locale().toLanguageTag())).contains(language);
  }

  @Test
  void onlyArabicIsWrittenFromTheRight() {
    for (Language language : Language.values()) {
      assertThat(language.isRightToLeft()).isEqualTo(language == Language.AR);
    }
  }
}
