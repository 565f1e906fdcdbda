package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Webhooks of a provider in memory. {@link #delivery} makes a signed delivery that tells the given
 * events; its body is a type and the name under which the events are kept here.
 */
public final class FakeWebhooks implements WebhookTranslator, WebhookWorld {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final ProviderId id;
  private final String topic;
  private final String secret;
  private final Function<ProviderRef, ProviderEvent> something;
  private final Map<String, List<ProviderEvent>> told = new LinkedHashMap<>();
  private Instant now = Instant.parse("2025-06-01T10:00:00Z");
  private int deliveries;

  public FakeWebhooks() {
    this("fake");
  }

  public FakeWebhooks(String provider) {
    this(
        new ProviderId(provider),
        "",
        "fake-secret",
        charge -> new PaymentEvent.ChargeChanged(charge, Optional.empty()));
  }

  /** Makes one that tells such things, under its own secret, to an address of its own. */
  FakeWebhooks(
      ProviderId id, String topic, String secret, Function<ProviderRef, ProviderEvent> something) {
    this.id = id;
    this.something = something;
    this.topic = topic;
    this.secret = secret;
  }

  /** Makes a delivery of a known type that tells these events. */
  public synchronized RawWebhook delivery(ProviderEvent... events) {
    String name = "events-" + (told.size() + 1);
    told.put(name, List.of(events));
    return make(nextId(), now, secret, "known " + name);
  }

  @Override
  public synchronized WebhookReading read(RawWebhook delivery) {
    String signedAt = delivery.header("fake-time").orElse("");
    if (!delivery
        .header("fake-signature")
        .equals(
            Optional.of(
                sign(secret, delivery.header("fake-id").orElse(""), signedAt, delivery.body())))) {
      return new WebhookReading.Untrusted("signature");
    }
    Duration age = Duration.between(Instant.parse(signedAt), now).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      return new WebhookReading.Untrusted("time");
    }
    return readStored(delivery);
  }

  @Override
  public synchronized WebhookReading readStored(RawWebhook delivery) {
    String deliveryId =
        delivery
            .header("fake-id")
            .orElseThrow(() -> new IllegalArgumentException("a delivery without an id"));
    String[] words = new String(delivery.body(), StandardCharsets.UTF_8).split(" ", 2);
    if (!words[0].equals("known")) {
      return new WebhookReading.Irrelevant(deliveryId, words[0].isBlank() ? "none" : words[0]);
    }
    List<ProviderEvent> events = words.length < 2 ? null : told.get(words[1]);
    if (events == null) {
      throw new IllegalArgumentException("nothing is kept under this name");
    }
    return new WebhookReading.Understood(deliveryId, words[0], events);
  }

  private String nextId() {
    deliveries++;
    return "delivery-" + deliveries;
  }

  private RawWebhook make(String deliveryId, Instant signedAt, String by, String body) {
    return make(deliveryId, signedAt, by, body.getBytes(StandardCharsets.UTF_8));
  }

  private RawWebhook make(String deliveryId, Instant signedAt, String by, byte[] body) {
    return new RawWebhook(
        id,
        topic,
        Map.of(
            "Fake-Id",
            List.of(deliveryId),
            "Fake-Time",
            List.of(signedAt.toString()),
            "Fake-Signature",
            List.of(sign(by, deliveryId, signedAt.toString(), body))),
        body);
  }

  private static String sign(String by, String deliveryId, String signedAt, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (by + "." + deliveryId + "." + signedAt + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private ProviderEvent something() {
    return something.apply(new ProviderRef(id, "thing-" + (told.size() + 1)));
  }

  @Override
  public RawWebhook genuine() {
    return delivery(something());
  }

  @Override
  public synchronized RawWebhook repeated(RawWebhook first) {
    return make(first.header("fake-id").orElseThrow(), now, secret, first.body());
  }

  @Override
  public synchronized RawWebhook ofUnknownType() {
    return make(nextId(), now, secret, "weather.changed sunny");
  }

  @Override
  public synchronized RawWebhook unreadable() {
    return make(nextId(), now, secret, "known");
  }

  @Override
  public synchronized RawWebhook forged() {
    return make(nextId(), now, "another-secret", genuine().body());
  }

  @Override
  public synchronized RawWebhook signed(byte[] body) {
    return make(nextId(), now, secret, body);
  }

  @Override
  public synchronized RawWebhook signedBefore(Duration age) {
    return make(nextId(), now.minus(age), secret, genuine().body());
  }

  @Override
  public Duration tolerance() {
    return TOLERANCE;
  }

  /** Sets the time deliveries are signed and read at. */
  public synchronized void setNow(Instant instant) {
    now = instant;
  }
}
