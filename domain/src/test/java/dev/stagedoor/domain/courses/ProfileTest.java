package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  @Test
  void whatIsToldIsStrippedAndHasItsBounds() {
    Profile profile = told(" Admiral ", " Sails. ");
    assertThat(profile.headline()).isEqualTo("Admiral");
    assertThat(profile.bio()).isEqualTo("Sails.");
    assertThat(told("x".repeat(200), "x".repeat(5_000)).bio()).hasSize(5_000);
    assertRefused(CommonError.INVALID_VALUE, () -> told("x".repeat(201), ""));
    assertRefused(CommonError.INVALID_VALUE, () -> told("", "x".repeat(5_001)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://img.example.org/a.png", "http://localhost:8080/a?b=c"})
  void aPictureIsAnAddressOfTheWeb(String address) {
    assertThat(pictured(address).picture()).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:image/png;base64,xx",
        "/a.png",
        "ftp://example.org/a"
      })
  void whatIsNoneIsRefused(String address) {
    assertRefused(CommonError.INVALID_VALUE, () -> pictured(address));
  }

  private static Profile told(String headline, String bio) {
    return new Profile(aUserId(), headline, bio, Optional.empty());
  }

  private static Profile pictured(String address) {
    return new Profile(aUserId(), "", "", Optional.of(URI.create(address)));
  }
}
