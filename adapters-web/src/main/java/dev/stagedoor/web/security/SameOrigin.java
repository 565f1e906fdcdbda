package dev.stagedoor.web.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a request that changes something was sent by one of our own pages. */
final class SameOrigin {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private SameOrigin() {}

  /**
   * Tells whether a request changes nothing, so that any page may have it sent. A socket is not:
   * browsers let every page open one, with our cookie, and read what comes.
   */
  static boolean isSafe(HttpRequest<?> request) {
    return SAFE.contains(request.getMethod())
        && !request.getHeaders().contains(HttpHeaders.SEC_WEBSOCKET_KEY);
  }

  /** Without either header there is no proof, and so the answer is no. */
  static boolean holds(HttpRequest<?> request, Set<String> alsoAllowed) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if ("same-origin".equals(site)) {
      return true;
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin == null) {
      return false;
    }
    return alsoAllowed.contains(origin) || isOf(origin, request.getHeaders().get(HttpHeaders.HOST));
  }

  // The scheme cannot be compared: behind a proxy we see http where the browser sees https.
  private static boolean isOf(String origin, @Nullable String host) {
    if (host == null) {
      return false;
    }
    try {
      URI uri = URI.create(origin);
      String authority = uri.getAuthority();
      if (authority == null) {
        return false;
      }
      String port = "https".equals(uri.getScheme()) ? ":443" : ":80";
      return without(port, authority).equals(without(port, host));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static String without(String port, String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
  }
}
