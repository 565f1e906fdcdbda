package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.OpenedProfile;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.security.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The cookie that keeps a profile open in a browser, for the pages of subscription TV alone. */
final class ProfileCookie {
  static final String NAME = "tv_profile";
  private static final String PATH = "/tv";
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

  static Cookie of(OpenedProfile opened, Instant now, HttpRequest<?> request) {
    String value = opened.profile().id() + "." + opened.token().reveal();
    return cookie(value, Duration.between(now, opened.expiresAt()), request);
  }

  /** Makes the cookie that closes the profile. */
  static Cookie cleared(HttpRequest<?> request) {
    return cookie("", Duration.ZERO, request);
  }

  private static Cookie cookie(String value, Duration life, HttpRequest<?> request) {
    return Cookie.of(NAME, value)
        .httpOnly(true)
        .secure(SessionCookie.isSecure(request))
        .sameSite(SameSite.Lax)
        .path(PATH)
        .maxAge(life);
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
