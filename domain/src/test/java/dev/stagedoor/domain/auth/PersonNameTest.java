package dev.stagedoor.domain.auth;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace,Ada,Lovelace",
    "'  Augusta Ada  King ',Augusta Ada,King",
    "Madonna,Madonna,''",
    "محمد علي,محمد,علي"
  })
  void aNameInOneFieldEndsInTheLastName(String full, String first, String last) {
    assertThat(PersonName.parse(full)).isEqualTo(new PersonName(first, last));
  }

  @Test
  void isDisplayedAsItIsSpoken() {
    assertThat(new PersonName(" Ada ", " Lovelace ").display()).isEqualTo("Ada Lovelace");
    assertThat(new PersonName("Madonna", "").display()).isEqualTo("Madonna");
  }

  @Test
  void hasAFirstNameAndIsLimited() {
    assertRefused(CommonError.INVALID_VALUE, () -> new PersonName(" ", "Lovelace"));
    assertRefused(CommonError.INVALID_VALUE, () -> PersonName.parse(" "));
    assertRefused(CommonError.INVALID_VALUE, () -> new PersonName("a".repeat(101), ""));
    assertRefused(CommonError.INVALID_VALUE, () -> new PersonName("a", "b".repeat(101)));
  }
}
