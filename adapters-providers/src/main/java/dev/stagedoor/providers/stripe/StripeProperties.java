package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of {@link StripeConfig} as an operator writes them. */
@ConfigurationProperties(StripeConfig.PREFIX)
@Requires(property = StripeConfig.PREFIX + ".enabled", value = "true")
record StripeProperties(
    Secret apiKey,
    @Nullable String publishableKey,
    Secret webhookSecret,
    @Nullable String clientId,
    @Nullable URI baseUrl,
    @Nullable URI connectUrl,
    @Nullable URI scriptUrl) {
  StripeConfig toConfig() {
    return new StripeConfig(
        apiKey,
        publishableKey == null ? "" : publishableKey.strip(),
        webhookSecret,
        Optional.ofNullable(clientId).map(String::strip).filter(id -> !id.isEmpty()),
        baseUrl == null ? StripeConfig.API : baseUrl,
        connectUrl == null ? StripeConfig.CONNECT : connectUrl,
        scriptUrl == null ? StripeConfig.SCRIPT : scriptUrl);
  }

  @Override
  public String toString() {
    return "StripeProperties[****]";
  }
}
