package dev.stagedoor.providers.support.settings;

import java.net.URI;

/** Refuses settings of one provider, each by the name under which an operator knows it. */
public final class SettingRules {
  private final String prefix;

  private SettingRules(String prefix) {
    this.prefix = prefix;
  }

  public static SettingRules of(String prefix) {
    return new SettingRules(prefix);
  }

  /**
   * Holds a setting to its rule, which goes on from its name: {@code must be set}.
   *
   * @throws IllegalArgumentException when it is not good
   */
  public void check(String key, boolean isGood, String rule) {
    if (!isGood) {
      throw refused(key, rule);
    }
  }

  /** Names a setting that is wrong. */
  public IllegalArgumentException refused(String key, String rule) {
    return new IllegalArgumentException(prefix + "." + key + " " + rule);
  }

  /** Holds a setting to being an address that can be called. */
  public void address(String key, URI address) {
    check(key, isWeb(address), "must be an address, https://...");
  }

  /**
   * Returns the address of a server, without slashes at its end; it holds no secret and no query.
   */
  public URI base(String key, URI address, String example) {
    check(
        key,
        isWeb(address)
            && address.getRawQuery() == null
            && address.getRawFragment() == null
            && address.getRawUserInfo() == null,
        "must be an address like " + example);
    return URI.create(address.toString().replaceAll("/+$", ""));
  }

  private static boolean isWeb(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
  }
}
