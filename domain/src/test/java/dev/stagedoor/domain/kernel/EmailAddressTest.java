package dev.stagedoor.domain.kernel;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @Test
  void isTrimmedAndLowerCase() {
    assertThat(new EmailAddress("  Ada.Lovelace@Example.ORG \n").value())
        .isEqualTo("ada.lovelace@example.org");
    assertThat(new EmailAddress("ADA@example.org")).isEqualTo(new EmailAddress("ada@EXAMPLE.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "ada+memorial@example.co.uk",
        "o'brien@example.org",
        "ada@localhost",
        "用户@例え.jp",
        "ada@sub-domain.example.org"
      })
  void takesWhatCanReceiveMail(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "@example.org",
        "ada@",
        "ada@@example.org",
        "ada@example..org",
        "ada@.example.org",
        "ada@example.org.",
        "ada lovelace@example.org",
        "ada@exam ple.org",
        "ada@example.org, eve@example.org",
        "ada@example.org;eve@example.org",
        "Ada <ada@example.org>",
        "ada@example.org\r\nBcc: eve@example.org"
      })
  void refusesWhatCannot(String address) {
    assertRefused(CommonError.INVALID_VALUE, () -> new EmailAddress(address));
  }

  @Test
  void hasAtMost254Characters() {
    String longest = "a".repeat(242) + "@example.org";

    assertThat(new EmailAddress(longest).value()).hasSize(254);
    assertRefused(CommonError.INVALID_VALUE, () -> new EmailAddress("a" + longest));
  }
}
