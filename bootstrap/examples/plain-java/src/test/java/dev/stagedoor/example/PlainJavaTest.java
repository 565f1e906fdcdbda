package dev.stagedoor.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainJavaTest {
  @TempDir Path data;

  @Test
  void aProgramWithoutAnyServerTakesAPayment() {
    assertThat(PlainJava.bookALivestream(data)).isEqualTo("paid");
  }
}
