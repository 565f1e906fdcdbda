package dev.stagedoor.web.security;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The cookie that keeps a browser signed in. */
public final class SessionCookie {
  public static final String NAME = "session";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private SessionCookie() {}

  static Optional<Secret> in(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(NAME)
        .map(Cookie::getValue)
        .filter(value -> !value.isBlank())
        .map(Secret::of);
  }

  /** Makes the cookie of a session. */
  public static Cookie of(Secret session, Duration life, HttpRequest<?> request) {
    return cookie(session.reveal(), life, request);
  }

  /** Makes the cookie that removes it. */
  public static Cookie cleared(HttpRequest<?> request) {
    return cookie("", Duration.ZERO, request);
  }

  private static Cookie cookie(String value, Duration life, HttpRequest<?> request) {
    return Cookie.of(NAME, value)
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite(SameSite.Lax)
        .path("/")
        .maxAge(life);
  }

  /** Tells whether a cookie of ours is only for https: always, but on one's own machine. */
  public static boolean isSecure(HttpRequest<?> request) {
    return !isPlainLoopback(request);
  }

  // A browser drops a Secure cookie that came over http, and a newcomer's first look is exactly
  // that: http on this machine. What the browser was told to visit is in Host, also behind a proxy.
  private static boolean isPlainLoopback(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (request.isSecure() || host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(name);
  }
}
