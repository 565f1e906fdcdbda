package dev.stagedoor.providers.pretix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.support.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Sends deliveries as pretix does to an address with a user and a password. */
final class PretixDeliveries implements WebhookWorld {
  static final Secret TOKEN = Secret.of("the-token-of-webhooks");

  final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  final PretixWebhooks webhooks = new PretixWebhooks(TOKEN, clock);
  private int made = 100;

  static RawWebhook with(String topic, Map<String, List<String>> headers, byte[] body) {
    return new RawWebhook(Pretix.ID, topic, headers, body);
  }

  static RawWebhook of(Secret password, byte[] body) {
    return with("", Map.of("Authorization", List.of(PretixStub.basic("pretix", password))), body);
  }

  private ObjectNode another() {
    made++;
    return PretixFixtures.read("event.live.activated")
        .put("notification_id", made)
        .put("event", "event-" + made);
  }

  @Override
  public RawWebhook genuine() {
    return signed(Json.write(another()));
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return signed(first.body());
  }

  @Override
  public RawWebhook ofUnknownType() {
    return signed(Json.write(PretixFixtures.read("order.placed")));
  }

  @Override
  public RawWebhook unreadable() {
    ObjectNode body = another();
    body.remove("event");
    return signed(Json.write(body));
  }

  @Override
  public RawWebhook forged() {
    return of(Secret.of("the-token-of-somebody-else"), Json.write(another()));
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return of(TOKEN, body);
  }

  /** Says nothing of when: pretix does not. */
  @Override
  public RawWebhook signedBefore(Duration age) {
    return genuine();
  }

  @Override
  public Duration tolerance() {
    return ChronoUnit.FOREVER.getDuration();
  }
}
