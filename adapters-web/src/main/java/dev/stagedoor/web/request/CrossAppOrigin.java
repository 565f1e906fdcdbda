package dev.stagedoor.web.request;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * The one other site whose pages may call {@code /api/cross-app/}, with credentials: the ticketing
 * system's.
 *
 * @param site as {@code https://tickets.example.org}; empty for nobody's
 */
public record CrossAppOrigin(Optional<String> site) {
  private static final String PATH = "/api/cross-app/";

  /** Tells whether a request is for the routes that this is about. */
  public static boolean isAsked(HttpRequest<?> request) {
    return request.getPath().startsWith(PATH);
  }

  /** Tells whether a request is for these routes and comes from a page of that site. */
  public boolean allows(HttpRequest<?> request) {
    return isAsked(request)
        && site.filter(allowed -> allowed.equals(request.getHeaders().get("Origin"))).isPresent();
  }
}
