package dev.stagedoor.bootstrap.config;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stops the start at a setting that the packaged {@code application.yml} does not have: a misspelt
 * setting must not be taken for its default. This goes for names under {@code stagedoor} wherever
 * they stand, for names that look like it, for environment variables that begin like it, and for
 * everything on the command line that is not somebody else's; also for what Micronaut reads before
 * there are settings, where it stands among them and would be read by nobody.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class KnownSettings {
  private static final String ROOT = "stagedoor";
  private static final int SLIP = 2;

  /** What Kubernetes sets in every container beside a service of that name; and the log's. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "STAGEDOOR_(LOG_(FORMAT|LEVEL)|(\\w+_)?SERVICE_(HOST|PORT)(_\\w+)?"
              + "|(\\w+_)?PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?)");

  /** Below these, names are free, or looked at by who reads them. */
  private static final List<String> FREE =
      List.of(
          "stagedoor.routes.payments.",
          "stagedoor.encryption.keys.",
          PlanSettings.KEY + ".",
          "stagedoor.providers.hi-events.connections.");

  /** What Micronaut takes from the environment and from system properties alone. */
  private static final Set<String> READ_BEFORE =
      Set.of(
          Environment.PROPERTY_SOURCES_KEY,
          Environment.ENVIRONMENTS_PROPERTY,
          Environment.DEDUCE_ENVIRONMENT_PROPERTY,
          Environment.DEDUCE_CLOUD_ENVIRONMENT_PROPERTY);

  private final PackagedSettings packaged;

  KnownSettings(Environment environment, PackagedSettings packaged) {
    this.packaged = packaged;
    for (PropertySource source : environment.getPropertySources()) {
      boolean isEnvironment =
          source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE;
      for (String name : source) {
        if (isEnvironment) {
          checkVariable(name);
        } else {
          checkName(source, name);
        }
      }
    }
  }

  private void checkName(PropertySource source, String name) {
    String key = PackagedSettings.plain(name);
    String root = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    if (READ_BEFORE.contains(key)
        && !source.getName().equals(SystemPropertiesPropertySource.NAME)) {
      throw new InvalidSetting(
          name,
          "is not read here; it is an environment variable, %s, or a system property, -D%s"
              .formatted(variable(key), key));
    }
    if (root.equals(ROOT)) {
      boolean known = packaged.has(key) || FREE.stream().anyMatch(key::startsWith);
      if (!known) {
        throw new InvalidSetting(name, "is not a setting" + nearest(key));
      }
    } else if (Spelling.distance(root, ROOT) <= SLIP) {
      throw new InvalidSetting(
          name, "is not a setting" + nearest(ROOT + key.substring(root.length())));
    } else if (source.getName().equals("cli") && root.equals(key) && !packaged.names(key)) {
      throw new InvalidSetting(
          "--" + name,
          "is not an option; there is --demo, and --<key>=<value> for every key of"
              + " application.yml, for example --micronaut.server.port=8081");
    }
  }

  private void checkVariable(String name) {
    String root = name.contains("_") ? name.substring(0, name.indexOf('_')) : name;
    String rest = name.substring(root.length());
    boolean isOurs = root.equals(ROOT.toUpperCase(Locale.ROOT)) && !rest.isEmpty();
    if (isOurs && !NOT_OURS.matcher(name).matches() && !isKnownVariable(name)) {
      throw new InvalidSetting(name, "is not a setting" + nearestVariable(name));
    }
    String meant = ROOT.toUpperCase(Locale.ROOT) + rest;
    boolean isSlip =
        !isOurs
            && !rest.isEmpty()
            && Spelling.distance(root, ROOT.toUpperCase(Locale.ROOT)) <= SLIP
            && isKnownVariable(meant);
    if (isSlip) {
      throw new InvalidSetting(name, "is not a setting; did you mean " + meant + "?");
    }
  }

  private boolean isKnownVariable(String name) {
    return packaged.keys().stream().anyMatch(key -> variable(key).equals(name))
        || FREE.stream().anyMatch(free -> name.startsWith(variable(free)));
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private String nearest(String key) {
    Optional<String> meant = Spelling.nearest(key, packaged.keys());
    if (meant.isPresent()) {
      return "; did you mean " + meant.get() + "?";
    }
    List<String> there = packaged.beside(key);
    return there.isEmpty() ? "" : "; allowed are " + there;
  }

  private String nearestVariable(String name) {
    return Spelling.nearest(name, packaged.keys().stream().map(KnownSettings::variable).toList())
        .map(meant -> "; did you mean " + meant + "?")
        .orElse("");
  }
}
