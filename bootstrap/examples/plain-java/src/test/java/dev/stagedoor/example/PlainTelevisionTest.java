package dev.stagedoor.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTelevisionTest {
  @TempDir Path data;

  @Test
  void aProgramWithoutAnyServerHasViewersAndResellers() {
    assertThat(PlainTelevision.watch(data))
        .containsExactly(
            "John is in their TRIAL",
            "Kids is one of 2 profiles",
            "seen for 1800 seconds",
            "grace@example.org is active",
            "501 credits are left, 501 after that");
  }
}
