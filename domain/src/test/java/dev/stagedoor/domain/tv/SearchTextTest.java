package dev.stagedoor.domain.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
  @ParameterizedTest
  @CsvSource({
    "action movies, Action Movies, true",
    "MOVIES action, Action Movies, true",
    "action mov, Action Movies, true",
    "act movies, Action Movies, false",
    "action thriller, Action Movies, false",
    "eclair, Éclair de lune, true",
    "ÉCLAIR, eclair, true",
    "24/7, Movies 24/7, true",
    "cnn, CNN.HD, true",
    "матч, Матч ТВ, true",
    "الجزيرة, قناة الجزيرة, true",
    "समाचार, हिन्दी समाचार, true",
    "समाचार, हिन्दी फिल्म, false"
  })
  void allWordsAreLookedForTheLastByItsBeginning(String typed, String name, boolean isFound) {
    assertThat(SearchText.of(typed).isIn(name)).isEqualTo(isFound);
  }

  @Test
  void aTextIsComparedInSmallLettersAndWithoutSpacesAround() {
    assertThat(SearchText.of("  ESPN \t HD ").folded()).isEqualTo("espn hd");
    assertThat(SearchText.of("  ESPN \t HD ").words()).containsExactly("espn", "hd");
    assertThat(SearchText.of("a\0b").folded()).isEqualTo("a b");
  }

  @Test
  void ofVeryManyWordsTheFirstCount() {
    assertThat(SearchText.of("a b c d e f g h i j k l").words())
        .hasSize(SearchText.MAX_WORDS)
        .endsWith("j");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "!?% --", "\0", "\uD800"})
  void whatHasNoWordIsNoSearch(String typed) {
    assertThatThrownBy(() -> SearchText.of(typed))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CommonError.INVALID_VALUE));
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThatThrownBy(() -> SearchText.of("a".repeat(SearchText.MAX_LENGTH + 1)))
        .isInstanceOf(DomainException.class);
    assertThat(SearchText.of("a".repeat(SearchText.MAX_LENGTH)).words()).hasSize(1);
  }
}
