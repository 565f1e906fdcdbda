package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistAccessTest {
  private static PlaylistAccess of(String url, String name, String word) {
    return new PlaylistAccess(Secret.of(url), Optional.of(name), Optional.of(Secret.of(word)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://iptv.example.org",
        "HTTPS://iptv.example.org:8443/get.php?username=ada&password=word&type=m3u_plus",
        "http://203.0.113.7:8080/list.m3u"
      })
  void anyWebAddressIsTaken(String url) {
    assertThat(of(url, "ada", "word").url().reveal()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "iptv.example.org/list.m3u",
        "ftp://iptv.example.org/list.m3u",
        "file:///etc/passwd",
        "http:///list.m3u",
        "http://ada:word@iptv.example.org/list.m3u",
        "http://ada@iptv.example.org/",
        "http://iptv.example.org/a b"
      })
  void whatIsNoneIsRefused(String url) {
    assertRefused(CommonError.INVALID_VALUE, () -> of(url, "ada", "word"));
  }

  @Test
  void whatIsTooLongIsRefused() {
    String longest = "http://iptv.example.org/" + "x".repeat(1976);

    assertThat(of(longest, "n".repeat(200), "w".repeat(200)).url().reveal()).hasSize(2000);
    assertRefused(CommonError.INVALID_VALUE, () -> of(longest + "x", "ada", "word"));
    assertRefused(CommonError.INVALID_VALUE, () -> of(longest, "n".repeat(201), "word"));
    assertRefused(CommonError.INVALID_VALUE, () -> of(longest, "ada", "w".repeat(201)));
  }

  @Test
  void neitherAddressNorPasswordIsPrinted() {
    assertThat(of("http://iptv.example.org/hidden-path", "ada", "hidden-word").toString())
        .doesNotContain("hidden");
  }
}
