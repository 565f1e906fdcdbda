package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one installation of Hi.Events is reached.
 *
 * @param pageUrl where visitors see its pages and widgets
 * @param baseUrl where its API is
 * @param user who looks events up; without one only those are found that the public sees
 * @param webhookSecret signs the deliveries to all routes that have no secret of their own
 * @param connections what signs the deliveries to {@code /api/webhooks/hi-events/<name>}
 * @param crossAppPath where below {@code pageUrl} organisers come in who are signed in here; empty
 *     for an installation that knows none but its own users
 * @param timeout how long one attempt of a call may take
 */
public record HiEventsConfig(
    URI pageUrl,
    URI baseUrl,
    Optional<ServiceUser> user,
    Optional<Secret> webhookSecret,
    Map<String, Secret> connections,
    Optional<String> crossAppPath,
    Duration timeout) {
  /** Names the settings of this provider. */
  static final String PREFIX = "stagedoor.providers.hi-events";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  /** The route of the reference, which no connection can be called. */
  static final String STATUS_CHANGED = "event-status-changed";

  /** Where forks that let organisers in do so. */
  static final String DEFAULT_CROSS_APP_PATH = "/auth/cross-app";

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /**
   * A user of Hi.Events that belongs to this server.
   *
   * @param account which account to work in, where the user has several
   */
  public record ServiceUser(String email, Secret password, Optional<String> account) {
    public ServiceUser {
      RULES.check("email", !email.isBlank(), "must be given, for password is");
      RULES.check("password", !password.isBlank(), "must be given, for email is");
      account.ifPresent(
          id ->
              RULES.check(
                  "account-id", NUMBER.matcher(id).matches(), "must be a number, not " + id));
    }

    @Override
    public String toString() {
      return "a service user";
    }
  }

  public HiEventsConfig {
    pageUrl = RULES.base("page-url", pageUrl, "https://tickets.example.org");
    baseUrl = RULES.base("base-url", baseUrl, "https://tickets.example.org");
    connections = Map.copyOf(connections);
    RULES.check(
        "webhook-secret",
        webhookSecret.isPresent() || !connections.isEmpty(),
        "must be given, or a secret for each connection under connections");
    webhookSecret.ifPresent(
        secret -> RULES.check("webhook-secret", !secret.isBlank(), "must not be blank"));
    connections.forEach(
        (name, secret) -> {
          RULES.check(
              "connections",
              NAME.matcher(name).matches() && !name.equals(STATUS_CHANGED),
              "must be named by small letters, digits and hyphens, and not " + STATUS_CHANGED);
          RULES.check("connections." + name, !secret.isBlank(), "must be a secret");
        });
    crossAppPath.ifPresent(
        path ->
            RULES.check(
                "cross-app-path",
                PATH.matcher(path).matches(),
                "must be a path like " + DEFAULT_CROSS_APP_PATH + ", not " + path));
    RULES.check(
        "timeout",
        timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
        "must be 1s to 20s, not " + timeout);
  }

  /** Returns what reaches an installation without a user of its own. */
  public static HiEventsConfig of(URI pageUrl, Secret webhookSecret) {
    return new HiEventsConfig(
        pageUrl,
        apiOf(pageUrl),
        Optional.empty(),
        Optional.of(webhookSecret),
        Map.of(),
        Optional.of(DEFAULT_CROSS_APP_PATH),
        DEFAULT_TIMEOUT);
  }

  /** Returns where an installation usually serves its API. */
  static URI apiOf(URI pageUrl) {
    return URI.create(RULES.base("page-url", pageUrl, "https://tickets.example.org") + "/api");
  }

  public HiEventsConfig withUser(ServiceUser wanted) {
    return new HiEventsConfig(
        pageUrl, baseUrl, Optional.of(wanted), webhookSecret, connections, crossAppPath, timeout);
  }

  public HiEventsConfig withConnections(Map<String, Secret> secrets) {
    return new HiEventsConfig(
        pageUrl, baseUrl, user, webhookSecret, secrets, crossAppPath, timeout);
  }

  /** Returns what reaches an installation that knows none but its own users. */
  public HiEventsConfig withoutCrossApp() {
    return new HiEventsConfig(
        pageUrl, baseUrl, user, webhookSecret, connections, Optional.empty(), timeout);
  }

  @Override
  public String toString() {
    return "hi-events at " + baseUrl;
  }
}
