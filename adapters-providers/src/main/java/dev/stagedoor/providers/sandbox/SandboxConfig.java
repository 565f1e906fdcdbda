package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's block of the configuration; {@link SandboxSettings} says what each means.
 *
 * @param baseUrl the server's own address where left out
 * @param crossAppSecret of several, separated by commas as the server's own setting has them, the
 *     first
 */
@ConfigurationProperties("stagedoor.providers.sandbox")
record SandboxConfig(
    @Nullable URI baseUrl,
    @Nullable Secret webhookSecret,
    @Bindable(defaultValue = "3s") Duration recordingDelay,
    @Bindable(defaultValue = "20s") Duration pendingDelay,
    @Bindable(defaultValue = "60s") Duration lateWebhookDelay,
    @Nullable Secret crossAppSecret,
    @Nullable String folder)
    implements ProductionCheck {
  SandboxSettings settings() {
    SandboxSettings defaults = SandboxSettings.defaults();
    return new SandboxSettings(
        baseUrl == null ? defaults.baseUrl() : baseUrl,
        said(webhookSecret).orElse(defaults.webhookSecret()),
        recordingDelay,
        pendingDelay,
        lateWebhookDelay,
        first(crossAppSecret).orElse(defaults.crossAppSecret()),
        folder == null ? defaults.folder() : Path.of(folder));
  }

  private static Optional<Secret> said(@Nullable Secret secret) {
    return Optional.ofNullable(secret).filter(given -> !given.isBlank());
  }

  private static Optional<Secret> first(@Nullable Secret secrets) {
    return said(secrets).stream()
        .flatMap(given -> Stream.of(given.reveal().split(",", -1)))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .map(Secret::of)
        .findFirst();
  }

  @Override
  public List<String> unfitForProduction() {
    return List.of("stagedoor.providers.sandbox.enabled is true");
  }

  @Override
  public String toString() {
    return "sandbox at " + baseUrl;
  }
}
