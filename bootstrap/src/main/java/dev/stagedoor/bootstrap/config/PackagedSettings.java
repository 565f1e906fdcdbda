package dev.stagedoor.bootstrap.config;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings as the packaged {@code application.yml} has them: the list of all there are. */
@Singleton
final class PackagedSettings {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");

  private final Map<String, String> values = new TreeMap<>();

  PackagedSettings(ResourceLoader resources) {
    PropertySource source =
        new YamlPropertySourceLoader()
            .load("application", resources)
            .orElseThrow(
                () -> new IllegalStateException("the packaged application.yml is missing"));
    source.forEach(key -> values.put(plain(key), String.valueOf(source.get(key))));
  }

  /** Drops list indexes. */
  static String plain(String key) {
    return key.replaceAll("\\[[^]]*]", "");
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Returns the keys of the section that a key is in. */
  List<String> beside(String key) {
    String section = key.substring(0, key.lastIndexOf('.') + 1);
    return values.keySet().stream().filter(one -> one.startsWith(section)).toList();
  }

  /** Tells whether a key is true or false. */
  boolean isSwitch(String key) {
    return List.of("true", "false").contains(values.getOrDefault(key, ""));
  }

  /** Returns the environment variable that a key takes its value from. */
  Optional<String> variable(String key) {
    Matcher matcher = VARIABLE.matcher(values.getOrDefault(key, ""));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Tells whether some key takes its value from what is called so. */
  boolean names(String variable) {
    return values.keySet().stream()
        .anyMatch(key -> variable(key).filter(variable::equals).isPresent());
  }
}
