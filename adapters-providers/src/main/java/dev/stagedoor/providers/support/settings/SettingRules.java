package dev.stagedoor.providers.support.settings;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Reads an address, which {@link #base} may still refuse; one left blank is none. */
  public Optional<URI> url(String key, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      // It repeats the text, in which a credential may be.
      throw refused(key, "must be an address like https://example.org");
    }
  }

  /** Reads what is either {@code true} or {@code false}; left blank it is the latter. */
  public boolean isOn(String key, @Nullable String text) {
    boolean isOn = "true".equals(text);
    check(
        key,
        isOn || text == null || text.isBlank() || text.equals("false"),
        "must be true or false, not " + text);
    return isOn;
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
