package dev.stagedoor.web.observe;

import dev.stagedoor.web.request.HttpSettings;
import dev.stagedoor.web.request.PathKind;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;

/** Tells browsers what an answer may do. What a controller has set itself stays. */
@Singleton
final class SecurityHeaders {
  private static final String CSP = "Content-Security-Policy";
  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
  // The bundled documentation writes styles into the page.
  private static final String DOCS_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

  private final String pagePolicy;

  SecurityHeaders(HttpSettings settings) {
    pagePolicy = settings.pagePolicy();
  }

  void addTo(MutableHttpResponse<?> response, HttpRequest<?> request) {
    MutableHttpHeaders headers = response.getHeaders();
    PathKind kind = PathKind.of(request);
    boolean page = isPage(response, request);
    addIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    addIfAbsent(headers, "Referrer-Policy", "same-origin");
    addIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
    if (kind == PathKind.ASSET) {
      addIfAbsent(headers, CSP, DOCS_POLICY);
    } else {
      addIfAbsent(headers, CSP, page ? pagePolicy : DATA_POLICY);
      addIfAbsent(headers, HttpHeaders.CACHE_CONTROL, page ? "private, no-cache" : "no-store");
    }
    if (request.isSecure()) {
      addIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static boolean isPage(MutableHttpResponse<?> response, HttpRequest<?> request) {
    return response
        .getContentType()
        .or(
            () ->
                RouteAttributes.getRouteInfo(request)
                    .flatMap(route -> route.getProduces().stream().findFirst()))
        .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
        .isPresent();
  }

  private static void addIfAbsent(MutableHttpHeaders headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.add(name, value);
    }
  }
}
