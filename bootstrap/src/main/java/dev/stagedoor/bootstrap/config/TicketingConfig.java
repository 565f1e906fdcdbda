package dev.stagedoor.bootstrap.config;

import dev.stagedoor.application.Settings;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for tickets that other systems sell.
 *
 * @param sharedSecrets what proves that a request comes from the ticketing system; several while
 *     one is changed. Blank ones count for nothing; where none is left, one that everybody knows
 * @param sessionLife how long the system may ask about somebody: until the first use, after each
 * @param sessionMost how long in all
 * @param auditKept how long the record of that is kept
 * @param origin the site whose pages may call {@code /api/cross-app/}; empty for the ticketing
 *     system's own
 */
@ConfigurationProperties("stagedoor.ticketing")
public record TicketingConfig(
    @Bindable(defaultValue = "") List<Secret> sharedSecrets,
    @Bindable(defaultValue = "15m") Duration sessionLife,
    @Bindable(defaultValue = "8h") Duration sessionMost,
    @Bindable(defaultValue = "90d") Duration auditKept,
    @Nullable String origin) {
  /** Known to everybody. */
  static final Secret DEVELOPMENT_SECRET =
      Secret.of("stagedoor-development-only-shared-secret-known-to-everybody");

  private static final String PREFIX = "stagedoor.ticketing.";
  private static final int LEAST_SECRET = 32;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  public TicketingConfig {
    sharedSecrets = sharedSecrets.stream().filter(secret -> !secret.isBlank()).distinct().toList();
    mustBeWithin("session-life", sessionLife, MINUTE, DAY, "1m to 24h");
    mustBeWithin("session-most", sessionMost, sessionLife, DAY, "session-life to 24h");
    mustBeWithin("audit-kept", auditKept, DAY, DAY.multipliedBy(3650), "1d to 3650d");
    if (origin != null && !origin.isBlank() && !isOrigin(origin.strip())) {
      throw new InvalidSetting(
          PREFIX + "origin", "must be one like https://tickets.example.org, not " + origin);
    }
  }

  private static void mustBeWithin(
      String key, Duration given, Duration least, Duration most, String range) {
    if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
      throw new InvalidSetting(PREFIX + key, "must be " + range);
    }
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && Set.of("http", "https").contains(uri.getScheme())
          && text.equals(uri.getScheme() + "://" + uri.getAuthority())
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /**
   * Returns what the services need.
   *
   * @param isSold whether tickets are sold at all; where they are not, nobody needs a secret
   */
  public Settings.Ticketing ticketing(boolean isSold) {
    boolean isOpen = sharedSecrets.isEmpty() && isSold;
    return new Settings.Ticketing(
        isOpen ? List.of(DEVELOPMENT_SECRET) : sharedSecrets,
        new CrossAppSession.Terms(sessionLife, sessionMost),
        auditKept);
  }

  /** Returns the site whose pages may call, where one is named. */
  public Optional<String> site() {
    return Optional.ofNullable(origin).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Returns what about it is only there to try things out. */
  public List<String> unfitForProduction() {
    if (sharedSecrets.isEmpty() || sharedSecrets.contains(DEVELOPMENT_SECRET)) {
      return List.of(PREFIX + "shared-secrets leaves it at one that everybody knows");
    }
    return sharedSecrets.stream().anyMatch(secret -> secret.reveal().length() < LEAST_SECRET)
        ? List.of(PREFIX + "shared-secrets has one shorter than " + LEAST_SECRET + " characters")
        : List.of();
  }
}
