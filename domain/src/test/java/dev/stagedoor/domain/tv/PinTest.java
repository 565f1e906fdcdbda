package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
  @ParameterizedTest
  @ValueSource(strings = {"0000", "1234", "12345678"})
  void fourToEightDigitsAreAPin(String digits) {
    Pin pin = Pin.parse(Secret.of(digits));

    assertThat(pin.digits().reveal()).isEqualTo(digits);
    assertThat(pin.toString()).doesNotContain(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "123456789", "12a4", " 1234", "1234\n", "-1234", "١٢٣٤"})
  void nothingElseIs(String text) {
    assertRefused(CommonError.INVALID_VALUE, () -> Pin.parse(Secret.of(text)));
  }
}
