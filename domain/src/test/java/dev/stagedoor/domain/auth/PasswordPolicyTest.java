package dev.stagedoor.domain.auth;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"12345678", "        ", "पासवर्ड है", "correct horse battery staple"})
  void anyEightCharactersWillDo(String password) {
    assertThat(PasswordPolicy.check(Secret.of(password))).isEqualTo(Secret.of(password));
  }

  @Test
  void charactersAreCountedAsPeopleCountThem() {
    assertThat(PasswordPolicy.check(Secret.of("🔑".repeat(128))).isBlank()).isFalse();
    assertRefused(CommonError.INVALID_VALUE, () -> PasswordPolicy.check(Secret.of("🔑".repeat(7))));
  }

  @Test
  void tooShortOrTooLongIsRefused() {
    assertRefused(CommonError.INVALID_VALUE, () -> PasswordPolicy.check(Secret.of("1234567")));
    assertRefused(CommonError.INVALID_VALUE, () -> PasswordPolicy.check(Secret.of("")));
    assertRefused(
        CommonError.INVALID_VALUE, () -> PasswordPolicy.check(Secret.of("p".repeat(129))));
  }
}
