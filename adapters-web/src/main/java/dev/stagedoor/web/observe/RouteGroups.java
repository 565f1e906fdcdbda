package dev.stagedoor.web.observe;

import dev.stagedoor.web.request.PathKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says which group of routes a request is for: one of few, and never what a caller has written. */
final class RouteGroups {
  private static final String NONE = "unknown";
  private static final Set<String> PREFIXES = Set.of("api", "v1");
  private static final Map<String, String> BY_TEMPLATE = new ConcurrentHashMap<>();

  private RouteGroups() {}

  /** Returns nothing for what says little of how the product does: files of ours, health checks. */
  static Optional<String> of(HttpRequest<?> request) {
    return switch (PathKind.of(request)) {
      case ASSET, HEALTH, SANDBOX -> Optional.empty();
      case WEBHOOK -> Optional.of("webhooks");
      case FILE -> Optional.of("files");
      case SERVICE, PRODUCT -> Optional.of(ofRoute(request));
    };
  }

  private static String ofRoute(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(UriRouteInfo.class::isInstance)
        .map(info -> (UriRouteInfo<?, ?>) info)
        .map(
            route ->
                route.getProduces().contains(MediaType.TEXT_HTML_TYPE)
                    ? "pages"
                    : BY_TEMPLATE.computeIfAbsent(
                        route.getUriMatchTemplate().toPathString(), RouteGroups::ofTemplate))
        .orElse(NONE);
  }

  static String ofTemplate(String template) {
    return Arrays.stream(template.split("/"))
        .filter(part -> !part.isEmpty() && !PREFIXES.contains(part))
        .findFirst()
        .filter(part -> !part.contains("{"))
        .orElse(NONE);
  }
}
