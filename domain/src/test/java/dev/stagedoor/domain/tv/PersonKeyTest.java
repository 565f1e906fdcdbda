package dev.stagedoor.domain.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonKeyTest {
  @ParameterizedTest
  @CsvSource({
    "ada@example.org,           ADA@Example.org",
    "ada@example.org,           ada+tv@example.org",
    "ada@example.org,           ada+tv+more@example.org",
    "ada.lovelace@gmail.com,    adalovelace@gmail.com",
    "ada.lovelace@gmail.com,    a.d.a.lovelace+tv@googlemail.com"
  })
  void onePersonHasOne(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.org,          bob@example.org",
    "ada@example.org,          ada@example.com",
    "ada.lovelace@example.org, adalovelace@example.org",
    "ada@gmail.com,            ada@gmail.com.example.org"
  })
  void twoPeopleHaveTwo(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  @Test
  void itTellsNothingOfTheAddress() {
    assertThat(key("ada@example.org").sha256()).matches("[0-9a-f]{64}");
  }

  private static PersonKey key(String address) {
    return PersonKey.of(new EmailAddress(address));
  }
}
