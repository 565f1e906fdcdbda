package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * How the local identity provider works. How long a cookie lives is said by who opens it.
 *
 * @param signingKey signs access tokens; 32 bytes or more
 * @param previousKeys signed tokens that may still be around; used for checking only
 * @param issuer who the tokens say issued them
 * @param audience who the tokens say they are for
 * @param accessLife how long an access token is good; a minute to an hour
 * @param refreshLife how long somebody stays signed in, however often they refresh; up to a year
 * @param cost what one password hash costs
 * @param concurrentHashes how many hashes are computed at once
 */
public record LocalAuthConfig(
    Secret signingKey,
    List<Secret> previousKeys,
    String issuer,
    String audience,
    Duration accessLife,
    Duration refreshLife,
    Argon2Cost cost,
    int concurrentHashes)
    implements ProductionCheck {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.local";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  /** Known to everybody; says so. */
  public static final Secret DEVELOPMENT_KEY =
      Secret.of("stagedoor-development-only-signing-key-known-to-everybody");

  private static final int KEY_BYTES = 32;
  private static final Duration SHORTEST_ACCESS = Duration.ofMinutes(1);
  private static final Duration LONGEST_ACCESS = Duration.ofHours(1);
  private static final Duration LONGEST_REFRESH = Duration.ofDays(365);

  public LocalAuthConfig {
    previousKeys = List.copyOf(previousKeys);
    mustBeLongEnough("signing-key", signingKey);
    previousKeys.forEach(key -> mustBeLongEnough("previous-keys", key));
    RULES.check("issuer", !issuer.isBlank(), "must not be blank");
    RULES.check("audience", !audience.isBlank(), "must not be blank");
    RULES.check(
        "access-life",
        isBetween(SHORTEST_ACCESS, accessLife, LONGEST_ACCESS),
        "must be 1m to 1h, not " + accessLife);
    RULES.check(
        "refresh-life",
        isBetween(accessLife, refreshLife, LONGEST_REFRESH),
        "must be access-life to 365d, not " + refreshLife);
    RULES.check(
        "hash-memory-kib",
        cost.isStrongEnough(),
        "must be 7168 or more, and times hash-iterations 35840 or more (for example 19456 and 2)");
    RULES.check(
        "concurrent-hashes",
        concurrentHashes >= 1 && concurrentHashes <= 1_000,
        "must be 1 to 1000, not " + concurrentHashes);
  }

  /** Returns what suits a server, with a key of one's own. */
  public static LocalAuthConfig withSigningKey(Secret signingKey) {
    return new LocalAuthConfig(
        signingKey,
        List.of(),
        "stagedoor",
        "stagedoor",
        Duration.ofMinutes(15),
        Duration.ofDays(30),
        Argon2Cost.RECOMMENDED,
        Runtime.getRuntime().availableProcessors());
  }

  /** Returns what suits a developer's machine. */
  public static LocalAuthConfig development() {
    return withSigningKey(DEVELOPMENT_KEY);
  }

  /** Tells whether anybody can make tokens, which production must refuse. */
  public boolean usesDevelopmentKey() {
    return signingKey.equals(DEVELOPMENT_KEY) || previousKeys.contains(DEVELOPMENT_KEY);
  }

  @Override
  public List<String> unfitForProduction() {
    return usesDevelopmentKey()
        ? List.of(PREFIX + ".signing-key or .previous-keys has the development key")
        : List.of();
  }

  private static void mustBeLongEnough(String key, Secret value) {
    int bytes = value.reveal().getBytes(StandardCharsets.UTF_8).length;
    RULES.check(
        key, bytes >= KEY_BYTES, "must have " + KEY_BYTES + " bytes or more, but has " + bytes);
  }

  private static boolean isBetween(Duration least, Duration life, Duration most) {
    return life.compareTo(least) >= 0 && life.compareTo(most) <= 0;
  }
}
