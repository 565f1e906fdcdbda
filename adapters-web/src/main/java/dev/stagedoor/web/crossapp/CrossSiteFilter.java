package dev.stagedoor.web.crossapp;

import dev.stagedoor.web.request.CrossAppOrigin;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.request.RequestId;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the ticketing system call its routes from a browser, with credentials, and nobody
 * else's pages. The server's own handling of other sites knows sites, not paths.
 */
@ServerFilter("/api/cross-app/**")
final class CrossSiteFilter {
  private static final String METHODS = "GET, POST";
  private static final String HEADERS =
      "Authorization, Content-Type, X-Session-Token, X-Shared-Secret";
  private static final String READABLE = RequestId.HEADER + ", Retry-After";
  private static final String KEPT_SECONDS = "1800";
  private static final List<String> ASKING =
      List.of(
          HttpHeaders.ORIGIN,
          HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD,
          HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);

  private final CrossAppOrigin ticketing;

  CrossSiteFilter(CrossAppOrigin ticketing) {
    this.ticketing = ticketing;
  }

  /** Answers a browser that asks first. */
  @RequestFilter
  @Order(FilterOrder.CROSS_SITE)
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    boolean isAsking =
        request.getMethod() == HttpMethod.OPTIONS
            && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    if (!isAsking || !ticketing.allows(request)) {
      return null;
    }
    return HttpResponse.noContent()
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, KEPT_SECONDS);
  }

  /** Says of every answer who may read it, and that this depends on who asks. */
  @ResponseFilter
  @Order(FilterOrder.CROSS_SITE - 1)
  void admit(HttpRequest<?> request, MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    vary(headers, request.getMethod() == HttpMethod.OPTIONS ? ASKING : ASKING.subList(0, 1));
    if (ticketing.allows(request)) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ticketing.site().orElseThrow());
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
    }
  }

  private static void vary(MutableHttpHeaders headers, List<String> by) {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.getAll(HttpHeaders.VARY).forEach(line -> all.addAll(List.of(line.split(",\\s*"))));
    all.addAll(by);
    headers.set(HttpHeaders.VARY, String.join(", ", all));
  }
}
