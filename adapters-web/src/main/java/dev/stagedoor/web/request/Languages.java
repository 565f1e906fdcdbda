package dev.stagedoor.web.request;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the language to answer in: {@code ?lang=}, then what was chosen on a page before, then
 * {@code Accept-Language}, then English.
 */
public final class Languages {
  private Languages() {}

  public static Language of(HttpRequest<?> request) {
    return Optional.ofNullable(request.getParameters().get("lang"))
        .flatMap(Language::find)
        .or(() -> LanguageCookie.in(request))
        .or(() -> accepted(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)))
        .orElse(Language.EN);
  }

  /** Returns the language for what is the same for everybody: as {@link #of}, without cookies. */
  public static Language asked(HttpRequest<?> request) {
    return Optional.ofNullable(request.getParameters().get("lang"))
        .flatMap(Language::find)
        .or(() -> accepted(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)))
        .orElse(Language.EN);
  }

  private static Optional<Language> accepted(@Nullable String header) {
    if (header == null || header.length() > 1000) {
      return Optional.empty();
    }
    try {
      List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header);
      return wanted.stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> Language.find(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException | IndexOutOfBoundsException notALanguageList) {
      return Optional.empty();
    }
  }
}
