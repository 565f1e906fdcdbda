package dev.stagedoor.web.text;

import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.FilterOrder;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses an address with text that could not be kept as it was sent. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SoundTextFilter {
  @RequestFilter
  @Order(FilterOrder.READ)
  void check(HttpRequest<?> request) {
    if (!SoundText.isSoundEncoded(request.getUri().toString())) {
      throw new WebException(WebError.REQUEST_UNREADABLE);
    }
  }
}
