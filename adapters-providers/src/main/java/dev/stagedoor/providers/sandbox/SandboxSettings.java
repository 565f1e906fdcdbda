package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the sandbox behaves.
 *
 * @param baseUrl where the server is reached; playback addresses begin with it
 * @param webhookSecret what webhooks are signed with: {@code whsec_} and 24 to 64 bytes in base64
 * @param recordingDelay how long after a broadcast its recording is ready, and after a file has
 *     come its video
 * @param pendingDelay how long the card that fails later stays pending
 * @param lateWebhookDelay how late the webhook of the card with the lost answer comes
 * @param crossAppSecret what the ticket shop proves itself by when it asks the product who came
 * @param folder where films are kept, in a folder {@code videos} that is made with the first
 */
public record SandboxSettings(
    URI baseUrl,
    Secret webhookSecret,
    Duration recordingDelay,
    Duration pendingDelay,
    Duration lateWebhookDelay,
    Secret crossAppSecret,
    Path folder) {
  /** Known to everybody; says so when decoded. */
  public static final Secret DEVELOPMENT_SECRET =
      Secret.of("whsec_c3RhZ2Vkb29yLXNhbmRib3gtZGV2ZWxvcG1lbnQtb25seQ==");

  /** Known to everybody, as what a server expects where no secret is set. */
  public static final Secret DEVELOPMENT_CROSS_APP_SECRET =
      Secret.of("stagedoor-development-only-shared-secret-known-to-everybody");

  /** Returns what suits a developer's machine. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(
        URI.create("http://localhost:8080"),
        DEVELOPMENT_SECRET,
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        DEVELOPMENT_CROSS_APP_SECRET,
        Path.of("data", "sandbox"));
  }

  public SandboxSettings withBaseUrl(URI url) {
    return new SandboxSettings(
        url, webhookSecret, recordingDelay, pendingDelay, lateWebhookDelay, crossAppSecret, folder);
  }

  public SandboxSettings withWebhookSecret(Secret secret) {
    return new SandboxSettings(
        baseUrl, secret, recordingDelay, pendingDelay, lateWebhookDelay, crossAppSecret, folder);
  }

  public SandboxSettings withFolder(Path other) {
    return new SandboxSettings(
        baseUrl,
        webhookSecret,
        recordingDelay,
        pendingDelay,
        lateWebhookDelay,
        crossAppSecret,
        other);
  }

  /** Tells whether webhooks can be forged by anybody, which production must refuse. */
  public boolean usesDevelopmentSecret() {
    return webhookSecret.equals(DEVELOPMENT_SECRET);
  }
}
