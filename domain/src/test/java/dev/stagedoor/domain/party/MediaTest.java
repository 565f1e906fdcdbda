package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cdn.example.org/film.m3u8",
        "http://cdn.example.org:8080/film.m3u8?quality=high",
        "HTTPS://CDN.EXAMPLE.ORG/"
      })
  void whatPlayersPlayIsTaken(String address) {
    assertThat(Media.of(address, "Metropolis", Optional.empty()).address()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "film.m3u8",
        "ftp://cdn.example.org/film",
        "javascript:alert(1)",
        "https://",
        "https:///film",
        "https://user:secret@cdn.example.org/film",
        "https://user@cdn.example.org/film",
        "https://cdn.example.org/get.php?username=joe&password=secret",
        "https://cdn.example.org/get.php?PASSWORD=secret",
        "https://cdn.example.org/a film"
      })
  void anythingElseIsRefused(String address) {
    assertRefused(
        CommonError.INVALID_VALUE, () -> Media.of(address, "Metropolis", Optional.empty()));
  }

  @Test
  void whatIsTooLongIsRefused() {
    String address = "https://cdn.example.org/";

    assertThat(Media.of(address + "x".repeat(2048 - address.length()), "", Optional.empty()))
        .isNotNull();
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> Media.of(address + "x".repeat(2049 - address.length()), "", Optional.empty()));
    assertRefused(
        CommonError.INVALID_VALUE, () -> Media.of(address, "x".repeat(201), Optional.empty()));
    assertRefused(
        CommonError.INVALID_VALUE, () -> Media.of(address, "", Optional.of("x".repeat(201))));
  }

  @Test
  void titlesAreCleaned() {
    assertThat(Media.of("https://a.example.org", " a\u0000b\u202Ec\n ", Optional.empty()).title())
        .isEqualTo("a b c");
  }
}
