package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  record Thing(String id, int count) {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void membersNobodyKnowsAreIgnored() {
    assertThat(Json.read(utf8("{\"id\":\"ü\",\"count\":2,\"new\":{}}"), Thing.class))
        .isEqualTo(new Thing("ü", 2));
  }

  @Test
  void decimalsStayExact() {
    assertThat(Json.read(utf8("0.1")).decimalValue()).isEqualTo(new BigDecimal("0.1"));
  }

  @Test
  void whatIsWrittenCanBeRead() {
    assertThat(Json.read(Json.write(new Thing("a", 1)), Thing.class)).isEqualTo(new Thing("a", 1));
    assertThat(Json.read(Json.write(Json.object().put("id", 1))).path("id").intValue())
        .isEqualTo(1);
  }

  static Stream<byte[]> notJson() {
    return Stream.of(
        utf8(""),
        utf8("  "),
        utf8("<html>canary</html>"),
        utf8("{\"canary\":"),
        utf8("{\"canary\":1} x"),
        utf8("{\"canary\":1,\"canary\":2}"),
        utf8("canary"),
        utf8("NaN"),
        utf8("[".repeat(100) + "]".repeat(100)),
        new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'},
        new byte[] {'"', (byte) 0xff, '"'},
        "{}".getBytes(StandardCharsets.UTF_16));
  }

  @ParameterizedTest
  @MethodSource("notJson")
  void whatIsNoJsonIsRefusedWithoutRepeatingIt(byte[] document) {
    assertThatThrownBy(() -> Json.read(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not JSON")
        .hasNoCause();
  }

  @Test
  void anotherFormIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> Json.read(utf8("{\"count\":\"canary\"}"), Thing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not in the form of Thing")
        .hasNoCause();
    assertThatThrownBy(() -> Json.read(utf8("null"), Thing.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
