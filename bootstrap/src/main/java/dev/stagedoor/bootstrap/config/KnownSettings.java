package dev.stagedoor.bootstrap.config;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stops the start at a key under {@code stagedoor} that the packaged {@code application.yml} does
 * not have, and at a value that is not of the kind that stands there: a misspelt setting must not
 * be taken for its default. The names of environment variables are not looked at, because they
 * cannot be told apart; their values are.
 */
@Context
public final class KnownSettings {
  private static final String PREFIX = "stagedoor.";
  private static final Pattern DURATION = Pattern.compile("\\d+(ms|s|m|h|d)");

  /** Below these, names are free: currencies, key names. */
  private static final List<String> FREE =
      List.of("stagedoor.routes.payments.", "stagedoor.encryption.keys.");

  private final Map<String, Object> packaged = new TreeMap<>();

  KnownSettings(Environment environment, ResourceLoader resources) {
    PropertySource source =
        new YamlPropertySourceLoader()
            .load("application", resources)
            .orElseThrow(
                () -> new IllegalStateException("the packaged application.yml is missing"));
    source.forEach(key -> packaged.put(plain(key), String.valueOf(source.get(key))));
    environment.getPropertySources().forEach(this::checkNames);
    packaged.forEach((key, usual) -> checkKind(environment, key, usual.toString()));
  }

  private void checkNames(PropertySource source) {
    if (source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE) {
      return;
    }
    for (String name : source) {
      String key = plain(name);
      boolean known =
          !key.startsWith(PREFIX)
              || packaged.containsKey(key)
              || FREE.stream().anyMatch(key::startsWith);
      if (!known) {
        throw new InvalidSetting(name, "is not a setting" + neighbours(key).orElse(""));
      }
    }
  }

  private void checkKind(Environment environment, String key, String usual) {
    if (!key.startsWith(PREFIX)) {
      return;
    }
    Optional<String> value = environment.getProperty(key, String.class);
    if (value.isEmpty() || value.get().equals(usual)) {
      return;
    }
    if (DURATION.matcher(usual).matches()) {
      mustBe(environment, key, Duration.class, "a length of time, for example " + usual);
    } else if (usual.equals("true") || usual.equals("false")) {
      if (!value.get().equals("true") && !value.get().equals("false")) {
        throw new InvalidSetting(key, "must be true or false, not " + value.get());
      }
    } else if (usual.matches("-?\\d+(\\.\\d+)?")) {
      mustBe(environment, key, BigDecimal.class, "a number");
    }
  }

  private static void mustBe(Environment environment, String key, Class<?> type, String kind) {
    if (environment.getProperty(key, type).isEmpty()) {
      throw new InvalidSetting(
          key,
          "must be "
              + kind
              + ", not "
              + environment.getProperty(key, String.class).orElse("what it is"));
    }
  }

  /** Drops list indexes. */
  private static String plain(String key) {
    return key.replaceAll("\\[[^]]*]", "");
  }

  private Optional<String> neighbours(String key) {
    String section = key.substring(0, key.lastIndexOf('.') + 1);
    TreeSet<String> there =
        packaged.keySet().stream()
            .filter(one -> one.startsWith(section))
            .collect(Collectors.toCollection(TreeSet::new));
    return there.isEmpty() ? Optional.empty() : Optional.of("; allowed are " + there);
  }
}
