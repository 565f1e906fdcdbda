package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs deliveries as one of the two forms does, the operator's and those of an organiser. */
final class HiEventsDeliveries implements MerchantWebhookWorld {
  static final Secret SECRET = Secret.of("the-shared-secret");
  static final Secret OWN_SECRET = Secret.of("the-secret-of-the-town-hall");

  static final String CONNECTION = "0190a000-0000-7000-8000-00000000000c";
  static final Secret ORGANISERS_SECRET = Secret.of("8gqRk2vWcz0nTjYbLm4sPxAe6uHd1oFi");

  final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  private final HiEventsDelivery delivery =
      new HiEventsDelivery(
          new HiEventsAddresses(URI.create("https://tickets.example.org/shop")), clock);
  final HiEventsWebhooks webhooks = operators(Optional.of(SECRET));
  final HiEventsOrganiserWebhooks organisers = new HiEventsOrganiserWebhooks(delivery);
  private final String fixture;
  private final String topic;
  private final String header;
  private final String prefix;
  private final Secret secret;
  private final Duration tolerance;
  private int made = 100;

  private HiEventsDeliveries(
      String fixture,
      String topic,
      String header,
      String prefix,
      Secret secret,
      Duration tolerance) {
    this.fixture = fixture;
    this.topic = topic;
    this.header = header;
    this.prefix = prefix;
    this.secret = secret;
    this.tolerance = tolerance;
  }

  static HiEventsDeliveries ofTheReference() {
    return new HiEventsDeliveries(
        "reference.status_changed",
        "event-status-changed",
        "X-Hi-Events-Signature",
        "sha256=",
        SECRET,
        Duration.ofMinutes(5));
  }

  static HiEventsDeliveries ofItsOwn() {
    return new HiEventsDeliveries(
        "event.updated", "town-hall", "Signature", "", OWN_SECRET, Duration.ofHours(24));
  }

  static HiEventsDeliveries ofAnOrganiser() {
    return new HiEventsDeliveries(
        "event.updated", CONNECTION, "Signature", "", ORGANISERS_SECRET, Duration.ofHours(24));
  }

  static HiEventsDeliveries ofAnOrganiserInTheFormOfTheReference() {
    return new HiEventsDeliveries(
        "reference.status_changed",
        CONNECTION,
        "X-Hi-Events-Signature",
        "sha256=",
        ORGANISERS_SECRET,
        Duration.ofMinutes(5));
  }

  /** Returns who understands what the operator set up, by that secret and the town hall's own. */
  HiEventsWebhooks operators(Optional<Secret> shared) {
    return new HiEventsWebhooks(shared, Map.of("town-hall", OWN_SECRET), delivery);
  }

  static byte[] fixture(String name) {
    try (InputStream in =
        HiEventsDeliveries.class.getResourceAsStream("/hi-events/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  RawWebhook signedBy(Secret by, String route, byte[] body) {
    return new RawWebhook(
        HiEvents.ID, route, Map.of(header, List.of(prefix + HmacSha256.of(by).hex(body))), body);
  }

  private ObjectNode another() {
    made++;
    ObjectNode body = (ObjectNode) Json.read(fixture(fixture));
    ((ObjectNode) body.path("payload")).put("id", made);
    return body;
  }

  @Override
  public Secret secret() {
    return secret;
  }

  @Override
  public RawWebhook ofAnother(Secret another) {
    return signedBy(another, topic, Json.write(another()));
  }

  @Override
  public List<RawWebhook> ofOtherThings() {
    return List.of(ofUnknownType());
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
    return signed(fixture("order.created"));
  }

  @Override
  public RawWebhook unreadable() {
    ObjectNode body = another();
    ((ObjectNode) body.path("payload")).remove("id");
    return signed(Json.write(body));
  }

  @Override
  public RawWebhook forged() {
    return signedBy(Secret.of("somebody else's"), topic, Json.write(another()));
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return signedBy(secret, topic, body);
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    ObjectNode body = another();
    body.put("event_sent_at", clock.instant().minus(age).toString());
    return signed(Json.write(body));
  }

  @Override
  public Duration tolerance() {
    return tolerance;
  }
}
