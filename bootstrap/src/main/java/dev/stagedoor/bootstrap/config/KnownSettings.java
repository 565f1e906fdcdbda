package dev.stagedoor.bootstrap.config;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stops the start at a key under {@code stagedoor} that the packaged {@code application.yml} does
 * not have: a misspelt setting must not be taken for its default. Environment variables are not
 * looked at, because their names cannot be told apart.
 */
@Context
final class KnownSettings {
  private static final String PREFIX = "stagedoor.";

  /** Below these, names are free: currencies, key names, service names. */
  private static final List<String> FREE =
      List.of("stagedoor.routes.payments.", "stagedoor.encryption.keys.");

  KnownSettings(Environment environment, ResourceLoader resources) {
    Set<String> known = packaged(resources);
    for (PropertySource source : environment.getPropertySources()) {
      if (source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE) {
        continue;
      }
      for (String key : source) {
        if (key.startsWith(PREFIX) && !isKnown(plain(key), known)) {
          throw new InvalidSetting(
              key, "is not a setting" + nearest(plain(key), known).orElse("") + ".");
        }
      }
    }
  }

  private static Set<String> packaged(ResourceLoader resources) {
    Set<String> keys = new TreeSet<>();
    new YamlPropertySourceLoader()
        .load("application", resources)
        .orElseThrow(() -> new IllegalStateException("the packaged application.yml is missing"))
        .forEach(keys::add);
    return keys.stream().map(KnownSettings::plain).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isKnown(String key, Set<String> known) {
    return known.contains(key) || FREE.stream().anyMatch(key::startsWith);
  }

  /** Drops list indexes. */
  private static String plain(String key) {
    return key.replaceAll("\\[[^]]*]", "");
  }

  private static Optional<String> nearest(String key, Set<String> known) {
    String section = key.substring(0, key.lastIndexOf('.') + 1);
    Set<String> there =
        known.stream()
            .filter(one -> one.startsWith(section))
            .collect(Collectors.toCollection(TreeSet::new));
    return there.isEmpty() ? Optional.empty() : Optional.of("; allowed are " + there);
  }
}
