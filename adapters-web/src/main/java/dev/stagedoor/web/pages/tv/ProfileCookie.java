package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.OpenedProfile;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.security.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The cookie that keeps a profile open in a browser, for the pages of subscription TV and the
 * socket of its watch parties alone. A cookie is for one path, so there is one for each.
 */
final class ProfileCookie {
  static final String NAME = "tv_profile";
  private static final List<String> PATHS = List.of("/tv", "/ws/connect");
  private static final int ID_LENGTH = 36;

  private ProfileCookie() {}

  /**
   * What the cookie says.
   *
   * @param id which profile is open, for showing it; what may be done is by the token alone
   */
  record Content(UUID id, Secret token) {}

  static Optional<Content> in(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(NAME)
        .map(Cookie::getValue)
        .flatMap(ProfileCookie::parse);
  }

  static Set<Cookie> of(OpenedProfile opened, Instant now, HttpRequest<?> request) {
    String value = opened.profile().id() + "." + opened.token().reveal();
    return cookies(value, Duration.between(now, opened.expiresAt()), request);
  }

  /** Makes what closes the profile. */
  static Set<Cookie> cleared(HttpRequest<?> request) {
    return cookies("", Duration.ZERO, request);
  }

  private static Set<Cookie> cookies(String value, Duration life, HttpRequest<?> request) {
    return PATHS.stream()
        .map(
            path ->
                Cookie.of(NAME, value)
                    .httpOnly(true)
                    .secure(SessionCookie.isSecure(request))
                    .sameSite(SameSite.Lax)
                    .path(path)
                    .maxAge(life))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Content> parse(String value) {
    if (value.length() <= ID_LENGTH + 1 || value.charAt(ID_LENGTH) != '.') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Content(
              UUID.fromString(value.substring(0, ID_LENGTH)),
              Secret.of(value.substring(ID_LENGTH + 1))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
