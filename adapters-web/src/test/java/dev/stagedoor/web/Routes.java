package dev.stagedoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.Yaml;

/**
 * The routes of a server, as it serves them and as its document describes them, each written as
 * {@code GET /path/{part}}.
 */
public final class Routes {
  private Routes() {}

  /** Returns what a server serves of some routes, each once. */
  public static List<String> served(Router router, Predicate<UriRouteInfo<?, ?>> which) {
    return router
        .uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .filter(which::test)
        .map(route -> route.getHttpMethod().name() + " " + route.getUriMatchTemplate())
        .distinct()
        .toList();
  }

  /** Returns what a document describes. */
  public static List<String> described(Answer document) {
    Map<String, Map<String, Map<String, Object>>> read = new Yaml().load(document.text());
    return read.getOrDefault("paths", Map.of()).entrySet().stream()
        .flatMap(
            path ->
                path.getValue().keySet().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .toList();
  }

  /** Checks that each route of some packages has one rule, and that there is no other rule. */
  public static void assertRuled(Router router, Set<String> packages, List<String> rules) {
    assertThat(rules)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            served(router, route -> packages.contains(route.getDeclaringType().getPackageName())));
  }
}
