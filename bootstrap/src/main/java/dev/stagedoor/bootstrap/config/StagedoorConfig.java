package dev.stagedoor.bootstrap.config;

import dev.stagedoor.application.Settings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of the whole server.
 *
 * @param environment {@code development}, or {@code production}, which refuses stand-ins and
 *     default secrets
 * @param publicUrl where people reach the server; links in mails begin with it
 * @param areas which products are on
 * @param dataFolder where the server keeps what is not in an external database
 * @param cookieLife how long a browser stays signed in, from 5 minutes to 14 days
 * @param demo whether to fill in examples with known passwords
 */
@ConfigurationProperties("stagedoor")
public record StagedoorConfig(
    @Bindable(defaultValue = "development") String environment,
    URI publicUrl,
    List<String> areas,
    @Bindable(defaultValue = "./data") Path dataFolder,
    @Bindable(defaultValue = "24h") Duration cookieLife,
    @Bindable(defaultValue = "false") boolean demo) {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(14);

  public StagedoorConfig {
    if (!Set.of("development", "production").contains(environment)) {
      throw new InvalidSetting(
          "stagedoor.environment", "must be development or production, not " + environment);
    }
    if (!Set.of("http", "https").contains(String.valueOf(publicUrl.getScheme()))
        || publicUrl.getHost() == null) {
      throw new InvalidSetting(
          "stagedoor.public-url", "must be an http or https address, not " + publicUrl);
    }
    if (cookieLife.compareTo(SHORTEST) <= 0 || cookieLife.compareTo(LONGEST) >= 0) {
      throw new InvalidSetting("stagedoor.cookie-life", "must be between 5 minutes and 14 days");
    }
    areas = areas.stream().filter(area -> !area.isBlank()).toList();
    areas.forEach(StagedoorConfig::area);
  }

  public boolean isProduction() {
    return environment.equals("production");
  }

  /** Returns the areas that are on. */
  public Set<Settings.Area> enabledAreas() {
    return areas.stream().map(StagedoorConfig::area).collect(Collectors.toUnmodifiableSet());
  }

  private static Settings.Area area(String name) {
    return Arrays.stream(Settings.Area.values())
        .filter(area -> area.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSetting(
                    "stagedoor.areas",
                    "has " + name + "; allowed are " + names(Settings.Area.values())));
  }

  private static String names(Settings.Area[] areas) {
    return Arrays.stream(areas)
        .map(area -> area.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
