package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.UntrustedWebhooks;
import java.util.Optional;

/**
 * Reads what Hi.Events tells organisers with accounts of their own, each under the secret of a
 * connection; the route is the connection's id, and all that is told names it.
 */
final class HiEventsOrganiserWebhooks implements MerchantWebhooks {
  private final HiEventsDelivery deliveries;

  HiEventsOrganiserWebhooks(HiEventsDelivery deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public WebhookTranslator signedBy(Secret secret) {
    return secret.isBlank()
        ? new UntrustedWebhooks()
        : new OfConnection(HmacSha256.of(secret), deliveries);
  }

  private record OfConnection(HmacSha256 key, HiEventsDelivery deliveries)
      implements WebhookTranslator {
    @Override
    public WebhookReading read(RawWebhook delivery) {
      Optional<ConnectionId> connection = ConnectionId.parse(delivery.topic());
      return connection.isEmpty()
          ? new WebhookReading.Untrusted("no connection has this route")
          : deliveries.read(delivery, key, connection);
    }

    @Override
    public WebhookReading readStored(RawWebhook delivery) {
      return deliveries.readStored(
          delivery,
          Optional.of(
              ConnectionId.parse(delivery.topic())
                  .orElseThrow(() -> new IllegalArgumentException("no connection's route"))));
    }

    @Override
    public String toString() {
      return "webhooks of an organiser at hi-events";
    }
  }

  @Override
  public String toString() {
    return "webhooks of organisers at hi-events";
  }
}
