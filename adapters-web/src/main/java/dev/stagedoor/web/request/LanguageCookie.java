package dev.stagedoor.web.request;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/** Remembers which language somebody chose on a page. */
public final class LanguageCookie {
  private static final String NAME = "lang";
  private static final Duration LIFE = Duration.ofDays(365);

  private LanguageCookie() {}

  public static Cookie of(Language chosen) {
    return Cookie.of(NAME, chosen.code()).path("/").sameSite(SameSite.Lax).maxAge(LIFE);
  }

  static Optional<Language> in(HttpRequest<?> request) {
    return request.getCookies().findCookie(NAME).map(Cookie::getValue).flatMap(Language::find);
  }
}
