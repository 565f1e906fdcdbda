package dev.stagedoor.web.request;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes an {@code Accept-Language} or {@code Accept-Charset} that wishes for nothing, such as a
 * lone semicolon, for one that is not there: the framework reads both for itself, and fails there.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EmptyWishFilter {
  @RequestFilter
  @Order(FilterOrder.OBSERVE + 1)
  void drop(HttpRequest<?> request) {
    if (request.getHeaders() instanceof MutableHttpHeaders headers) {
      drop(headers, HttpHeaders.ACCEPT_LANGUAGE, headers::findAcceptLanguage);
      drop(headers, HttpHeaders.ACCEPT_CHARSET, headers::findAcceptCharset);
    }
  }

  private static void drop(MutableHttpHeaders headers, String name, Supplier<Optional<?>> read) {
    try {
      Optional<?> unused = read.get();
    } catch (IndexOutOfBoundsException nothing) {
      headers.remove(name);
    }
  }
}
