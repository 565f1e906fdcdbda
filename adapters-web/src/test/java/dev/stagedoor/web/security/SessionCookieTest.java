package dev.stagedoor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
  static List<String> attributes(String host) {
    Cookie cookie =
        SessionCookie.of(
            Secret.of("value"), Duration.ofHours(1), HttpRequest.GET("/").header("Host", host));
    List<String> attributes = new ArrayList<>();
    if (cookie.isSecure()) {
      attributes.add("Secure");
    }
    if (cookie.isHttpOnly()) {
      attributes.add("HttpOnly");
    }
    return attributes;
  }

  @Test
  void theCookieIsSecureExceptOnThisMachine() {
    assertThat(attributes("stagedoor.example.org")).contains("Secure", "HttpOnly");
    assertThat(attributes("stagedoor.example.org:8443")).contains("Secure");
    assertThat(attributes("localhost.evil.example")).contains("Secure");
    assertThat(attributes("localhost")).containsExactly("HttpOnly");
    assertThat(attributes("LOCALHOST:8080")).containsExactly("HttpOnly");
    assertThat(attributes("127.0.0.1:8080")).containsExactly("HttpOnly");
    assertThat(attributes("[::1]:8080")).containsExactly("HttpOnly");
  }
}
