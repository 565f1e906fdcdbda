package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's block of the configuration; {@link SandboxSettings} says what each means.
 *
 * @param baseUrl the server's own address where left out
 */
@ConfigurationProperties("stagedoor.sandbox")
record SandboxConfig(
    @Nullable URI baseUrl,
    @Nullable String webhookSecret,
    @Bindable(defaultValue = "3s") Duration recordingDelay,
    @Bindable(defaultValue = "20s") Duration pendingDelay,
    @Bindable(defaultValue = "60s") Duration lateWebhookDelay) {
  SandboxSettings settings() {
    SandboxSettings defaults = SandboxSettings.defaults();
    return new SandboxSettings(
        baseUrl == null ? defaults.baseUrl() : baseUrl,
        webhookSecret == null || webhookSecret.isBlank()
            ? defaults.webhookSecret()
            : Secret.of(webhookSecret),
        recordingDelay,
        pendingDelay,
        lateWebhookDelay);
  }

  @Override
  public String toString() {
    return "sandbox at " + baseUrl;
  }
}
