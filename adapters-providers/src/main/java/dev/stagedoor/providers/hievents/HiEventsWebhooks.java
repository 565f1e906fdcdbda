package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what Hi.Events tells the operator, each route by the secret that is its own. */
final class HiEventsWebhooks implements WebhookTranslator {
  private final Optional<HmacSha256> key;
  private final Map<String, HmacSha256> connections = new LinkedHashMap<>();
  private final HiEventsDelivery deliveries;

  HiEventsWebhooks(
      Optional<Secret> secret, Map<String, Secret> connections, HiEventsDelivery deliveries) {
    this.key = secret.map(HmacSha256::of);
    connections.forEach((name, own) -> this.connections.put(name, HmacSha256.of(own)));
    this.deliveries = deliveries;
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    // A connection that has a secret of its own is not opened by the one of all others.
    return Optional.ofNullable(connections.get(delivery.topic()))
        .or(() -> key)
        .map(expected -> deliveries.read(delivery, expected, Optional.empty()))
        .orElseGet(() -> new WebhookReading.Untrusted("no connection has this route"));
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    return deliveries.readStored(delivery, Optional.empty());
  }

  @Override
  public String toString() {
    return "webhooks of hi-events";
  }
}
