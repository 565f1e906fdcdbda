package dev.stagedoor.providers.iptv;

import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How IPTV services are called.
 *
 * @param allowedHosts services that may be at private addresses
 */
@ConfigurationProperties(IptvConfig.PREFIX)
public record IptvConfig(@Nullable List<String> allowedHosts) {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.tv.playlists";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

  public IptvConfig {
    allowedHosts =
        allowedHosts == null
            ? List.of()
            : allowedHosts.stream().map(String::strip).filter(host -> !host.isEmpty()).toList();
    RULES.check(
        "allowed-hosts",
        allowedHosts.stream().allMatch(host -> HOST.matcher(host).matches()),
        "must be names or addresses, with or without a port: tv.example.org:8080, [fd00::1]");
  }

  /** Returns what calls public services only. */
  public static IptvConfig standard() {
    return new IptvConfig(null);
  }

  @Override
  public List<String> allowedHosts() {
    return allowedHosts == null ? List.of() : allowedHosts;
  }
}
