package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Pin;
import dev.stagedoor.domain.tv.port.PinHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody who hashes PINs must do. */
public interface PinHasherContract {
  PinHasher pins();

  @ParameterizedTest
  @ValueSource(strings = {"0000", "1234", "00012345"})
  default void aPinMatchesItsOwnHash(String digits) {
    Secret hash = pins().hash(pin(digits));

    assertThat(pins().matches(Secret.of(digits), hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4321",
        "01234",
        "12340",
        "123",
        "",
        " 1234",
        "1234 ",
        "１２３４",
        "1234\u0000",
        "abcd"
      })
  default void nothingElseDoes(String typed) {
    Secret hash = pins().hash(pin("1234"));

    assertThat(pins().matches(Secret.of(typed), hash)).isFalse();
  }

  @Test
  default void twoHashesOfOnePinDifferAndTellNothingOfIt() {
    Secret first = pins().hash(pin("87654321"));
    Secret second = pins().hash(pin("87654321"));

    assertThat(first).isNotEqualTo(second);
    assertThat(first.reveal()).doesNotContain("87654321");
    assertThat(pins().matches(Secret.of("87654321"), second)).isTrue();
  }

  @Test
  default void whatIsNoHashIsABrokenPromise() {
    assertThatThrownBy(() -> pins().matches(Secret.of("1234"), Secret.of("1234")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Pin pin(String digits) {
    return Pin.parse(Secret.of(digits));
  }
}
