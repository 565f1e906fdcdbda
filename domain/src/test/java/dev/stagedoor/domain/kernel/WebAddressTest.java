package dev.stagedoor.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "https://example.org/a/b?c=d#e",
        "HTTPS://EXAMPLE.org:8443/",
        "hTTp://203.0.113.7",
        "http://[2001:db8::1]:8080/list",
        "http://localhost/a%20b"
      })
  void aSchemeOfTheWebAndAHostMakeOne(String text) {
    URI address = URI.create(text);

    assertThat(WebAddress.is(address)).isTrue();
    assertThat(WebAddress.isWithOrWithoutUser(address)).isTrue();
    assertThat(WebAddress.of(text)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org/a",
        "/a",
        "ftp://example.org",
        "httpx://example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http:example.org",
        "http:/example.org",
        "http:///a",
        "https://user@/a",
        "https://under_score.example.org/",
        "mailto:ada@example.org"
      })
  void nothingElseDoes(String text) {
    assertThat(WebAddress.of(text)).isEmpty();
    assertThat(notWeb(text)).isTrue();
  }

  private static boolean notWeb(String text) {
    try {
      URI address = new URI(text);
      return !WebAddress.is(address) && !WebAddress.isWithOrWithoutUser(address);
    } catch (java.net.URISyntaxException notEvenAnAddress) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://ada@example.org", "http://ada:word@example.org/", "http://@example.org"})
  void whoIsNamedInFrontOfTheHostIsTakenOnlyWhereThatIsSaid(String text) {
    URI address = URI.create(text);

    assertThat(WebAddress.is(address)).isFalse();
    assertThat(WebAddress.of(text)).isEmpty();
    assertThat(WebAddress.isWithOrWithoutUser(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.org/a b", "http://exa mple.org", "http://[::1", "http://"})
  void whatCannotBeReadIsNone(String text) {
    assertThat(WebAddress.of(text)).isEmpty();
  }
}
