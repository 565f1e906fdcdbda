package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of pretix as they stand in a file; empty ones count as left out. */
@ConfigurationProperties(PretixConfig.PREFIX)
record PretixProperties(
    @Nullable String baseUrl,
    @Nullable Secret token,
    @Nullable Secret webhookToken,
    @Nullable Duration timeout) {
  PretixConfig toConfig() {
    return new PretixConfig(
        PretixConfig.RULES.url("base-url", baseUrl).orElse(PretixConfig.HOSTED),
        needed("token", token),
        needed("webhook-token", webhookToken),
        timeout == null ? PretixConfig.DEFAULT_TIMEOUT : timeout);
  }

  private static Secret needed(String key, @Nullable Secret secret) {
    if (secret == null || secret.isBlank()) {
      throw PretixConfig.RULES.refused(key, "must be given");
    }
    return secret;
  }

  @Override
  public String toString() {
    return "PretixProperties[****]";
  }
}
