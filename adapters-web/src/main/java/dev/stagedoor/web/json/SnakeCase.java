package dev.stagedoor.web.json;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names members as the route's documents do: snake_case below {@code /api/v1} and {@code
 * /api/cross-app}, camelCase elsewhere. For members that no record describes.
 */
public final class SnakeCase {
  private static final List<String> ROUTES = List.of("/api/v1/", "/api/cross-app/");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z])");

  private SnakeCase() {}

  public static Map<String, Object> where(HttpRequest<?> request, Map<String, Object> members) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    members.forEach((name, value) -> renamed.put(where(request, name), value));
    return renamed;
  }

  public static String where(HttpRequest<?> request, String name) {
    String path = request.getPath();
    boolean isSnake = ROUTES.stream().anyMatch(path::startsWith);
    // What stood in the address is named as it stood there.
    return isSnake && !request.getParameters().contains(name) ? of(name) : name;
  }

  static String of(String name) {
    return HUMP.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }
}
