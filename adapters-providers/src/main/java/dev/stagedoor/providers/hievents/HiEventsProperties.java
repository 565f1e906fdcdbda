package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link HiEventsConfig} as an operator writes them. Where pages are may be said as
 * a bare domain; empty settings count as left out.
 */
@ConfigurationProperties(HiEventsConfig.PREFIX)
record HiEventsProperties(
    @Nullable String pageUrl,
    @Nullable String baseUrl,
    @Nullable String email,
    @Nullable Secret password,
    @Nullable String accountId,
    @Nullable Secret webhookSecret,
    @Nullable Map<String, String> connections,
    @Nullable String crossAppPath,
    @Nullable Duration timeout) {
  /** The connection that the packaged settings have, without a secret: none. */
  private static final String EXAMPLE = "example";

  HiEventsConfig toConfig() {
    URI pages =
        said(pageUrl)
            .map(text -> address("page-url", text.contains("://") ? text : "https://" + text))
            .orElseThrow(
                () ->
                    HiEventsConfig.RULES.refused(
                        "page-url", "must be given, like tickets.example.org"));
    return new HiEventsConfig(
        pages,
        said(baseUrl)
            .map(text -> address("base-url", text))
            .orElseGet(() -> HiEventsConfig.apiOf(pages)),
        user(),
        said(webhookSecret),
        secrets(),
        crossAppPath == null
            ? Optional.of(HiEventsConfig.DEFAULT_CROSS_APP_PATH)
            : said(crossAppPath),
        timeout == null ? HiEventsConfig.DEFAULT_TIMEOUT : timeout);
  }

  private Optional<ServiceUser> user() {
    Optional<String> name = said(email);
    Optional<Secret> key = said(password);
    Optional<String> account = said(accountId);
    if (name.isEmpty() && key.isEmpty()) {
      account.ifPresent(
          id -> {
            throw HiEventsConfig.RULES.refused("account-id", "needs email and password");
          });
      return Optional.empty();
    }
    return Optional.of(new ServiceUser(name.orElse(""), key.orElse(Secret.of("")), account));
  }

  private Map<String, Secret> secrets() {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    if (connections != null) {
      connections.forEach(
          (name, secret) -> {
            if (!name.equals(EXAMPLE) || !secret.isBlank()) {
              secrets.put(name, Secret.of(secret));
            }
          });
    }
    return secrets;
  }

  private static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(said -> !said.isEmpty());
  }

  private static Optional<Secret> said(@Nullable Secret secret) {
    return Optional.ofNullable(secret).filter(said -> !said.isBlank());
  }

  private static URI address(String key, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw HiEventsConfig.RULES.refused(
          key, "must be an address like https://tickets.example.org");
    }
  }

  @Override
  public String toString() {
    return "HiEventsProperties[****]";
  }
}
