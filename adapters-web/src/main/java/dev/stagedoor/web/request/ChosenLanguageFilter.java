package dev.stagedoor.web.request;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/** Remembers a language that is chosen on the way to another page, such as the sign-in. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ChosenLanguageFilter {
  @ResponseFilter
  @Order(FilterOrder.OBSERVE + 2)
  void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() == HttpStatus.SEE_OTHER.getCode()) {
      Optional.ofNullable(request.getParameters().get("lang"))
          .flatMap(Language::find)
          .ifPresent(chosen -> response.cookie(LanguageCookie.of(chosen)));
    }
  }
}
