package dev.stagedoor.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsAreLettersAndDigitsInLowerCaseEachOnce() {
    assertThat(Words.of("Node.js & ÜBER-2.0: Zoë's über, नमस्ते!"))
        .containsExactly("node", "js", "über", "2", "0", "zoë", "s", "नमस्ते");
  }

  @Test
  void whatIsWrittenInTwoWaysIsOneWord() {
    assertThat(Words.of("Zoe\u0308 Zo\u00eb")).containsExactly("zo\u00eb");
  }

  @Test
  void aTextWithoutLettersHasNoWords() {
    assertThat(Words.of("")).isEmpty();
    assertThat(Words.of(" ... ")).isEmpty();
  }

  @Test
  void aWordIsCutBetweenLetters() {
    assertThat(Words.of("𐐷".repeat(200))).containsExactly("𐐷".repeat(100));
  }
}
