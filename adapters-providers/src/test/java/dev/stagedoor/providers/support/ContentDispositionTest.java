package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lecture 1.mp4 | lecture 1.mp4 | lecture%201.mp4",
        "Möwen.mp4 | Mowen.mp4 | M%C3%B6wen.mp4",
        "a\"b\\c.mp4 | a_b_c.mp4 | a%22b%5Cc.mp4",
        "100%.mp4 | 100_.mp4 | 100%25.mp4",
        "../up.mp4 | .._up.mp4 | ..%2Fup.mp4",
        "講義.mp4 | __.mp4 | %E8%AC%9B%E7%BE%A9.mp4",
        "it's (1)*.mp4 | it's (1)*.mp4 | it%27s%20%281%29%2A.mp4",
      })
  void aNameIsWrittenForClientsOfOldAndOfToday(String name, String like, String encoded) {
    assertThat(ContentDisposition.attachment(name))
        .isEqualTo("attachment; filename=\"" + like + "\"; filename*=UTF-8''" + encoded);
  }
}
