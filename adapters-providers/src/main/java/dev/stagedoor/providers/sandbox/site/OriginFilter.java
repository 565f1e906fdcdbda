package dev.stagedoor.providers.sandbox.site;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites from working the controls through a developer's browser: the controls
 * ask for no sign-in. A caller that is no browser sends neither header and may do everything.
 * Addresses for sending files are secrets of their own, made for the pages of other sites, too.
 */
@ServerFilter("/sandbox/**")
final class OriginFilter implements Ordered {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  // Before the server's own guard of localhost, which refuses some of the same without a word.
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @RequestFilter
  void refuseOtherSites(HttpRequest<?> request) {
    if (!SAFE.contains(request.getMethod())
        && !request.getPath().startsWith(ClipUploads.PATH)
        && isFromAnotherSite(request)) {
      throw ControlRefusal.of(
          HttpStatus.FORBIDDEN,
          "ORIGIN_NOT_ALLOWED",
          "The sandbox's controls can only be used from its own pages.");
    }
  }

  private static boolean isFromAnotherSite(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin != null && !isHost(origin, request.getHeaders().get(HttpHeaders.HOST));
  }

  private static boolean isHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
