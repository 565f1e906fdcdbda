package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Meta tells of pages. Meta signs the bytes it sends, which have other letters escaped,
 * and no time; it numbers no deliveries, so the hash of the body is their id.
 */
final class FacebookWebhooks implements WebhookTranslator {
  // https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
  private static final String SIGNATURE = "x-hub-signature-256";
  private static final String SCHEME = "sha256=";
  private static final String PAGE = "page";

  private final HmacSha256 key;

  FacebookWebhooks(Secret appSecret) {
    this.key = HmacSha256.of(appSecret);
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    Optional<String> signature = delivery.header(SIGNATURE);
    if (signature.isEmpty() || !signature.get().startsWith(SCHEME)) {
      return new WebhookReading.Untrusted("not signed");
    }
    if (!key.isHex(signature.get().substring(SCHEME.length()), delivery.body())) {
      return new WebhookReading.Untrusted("signed by somebody else, or altered");
    }
    return readStored(delivery);
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    String id = Sha256.hex(delivery.body());
    JsonNode body = Json.read(delivery.body());
    String object = FacebookFields.text(body, "object");
    if (!object.equals(PAGE)) {
      return new WebhookReading.Irrelevant(id, object);
    }
    List<String> types = new ArrayList<>();
    List<ProviderEvent> events = new ArrayList<>();
    for (JsonNode entry : FacebookFields.list(body, "entry")) {
      FacebookEntry of = new FacebookEntry(entry);
      for (JsonNode change : FacebookFields.optionalList(entry, "changes")) {
        types.add(PAGE + "." + FacebookFields.text(change, "field"));
        of.changed(change).ifPresent(events::add);
      }
      for (JsonNode messaging : FacebookFields.optionalList(entry, "messaging")) {
        types.add(PAGE + ".messaging");
        of.messaged(messaging).ifPresent(events::add);
      }
    }
    String type = types.isEmpty() ? PAGE : types.get(0);
    return events.isEmpty()
        ? new WebhookReading.Irrelevant(id, type)
        : new WebhookReading.Understood(id, type, events);
  }
}
