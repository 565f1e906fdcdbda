package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
  @ParameterizedTest
  @CsvSource({
    "ring, ring",
    "rings, ring",
    "rin💍, rin",
    "ri💍, ri💍",
    "ri💍s, ri💍",
    "💍💍💍, 💍💍"
  })
  void keepsWholeCharactersAndAsManyAsFit(String text, String cut) {
    assertThat(Cut.to(4, text)).isEqualTo(cut);
  }
}
