package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Deliveries of Cloudflare in one of their forms, for the contracts of webhooks. */
abstract class CloudflareDeliveries implements WebhookWorld {
  static final ProviderRef INPUT = ProviderRef.of("cloudflare", "eb222fcca08eeb1ae84c981ebe8aeeb6");
  static final Secret WEBHOOK_SECRET = Secret.of("the-secret-of-streams-webhook");
  static final Secret NOTIFICATION_SECRET = Secret.of("the-secret-of-notifications");

  final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T12:00:00Z"));
  final CloudflareWebhooks webhooks =
      translator(
          CloudflareConfig.of("account", Secret.of("token"), WEBHOOK_SECRET)
              .withNotificationSecret(NOTIFICATION_SECRET));

  CloudflareWebhooks translator(CloudflareConfig config) {
    return new CloudflareWebhooks(config, new CloudflareAddresses(Optional.<URI>empty()), clock);
  }

  static byte[] fixture(String name) {
    try (InputStream in =
        CloudflareDeliveries.class.getResourceAsStream("/cloudflare/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode read(String name) {
    return (ObjectNode) Json.read(fixture(name));
  }

  static RawWebhook delivery(String header, String value, byte[] body) {
    return new RawWebhook(Cloudflare.ID, "", Map.of(header, List.of(value)), body);
  }

  static RawWebhook signed(Secret secret, byte[] body, Instant at) {
    return delivery(
        CloudflareWebhooks.SIGNATURE,
        CloudflareWebhooks.signatureOf(secret).header(body, at),
        body);
  }

  static RawWebhook notified(byte[] body) {
    return delivery(CloudflareWebhooks.AUTH, NOTIFICATION_SECRET.reveal(), body);
  }

  /** Returns a body of this form that tells of something else each time. */
  abstract ObjectNode another();

  static String anId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  @Override
  public RawWebhook genuine() {
    return signed(Json.write(another()));
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return signed(WEBHOOK_SECRET, body, clock.instant());
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return signed(WEBHOOK_SECRET, first.body(), clock.instant().plusSeconds(1));
  }

  @Override
  public RawWebhook forged() {
    return signed(Secret.of("somebody else's"), Json.write(another()), clock.instant());
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    return signed(WEBHOOK_SECRET, Json.write(another()), clock.instant().minus(age));
  }

  @Override
  public Duration tolerance() {
    return Duration.ofMinutes(5);
  }
}
