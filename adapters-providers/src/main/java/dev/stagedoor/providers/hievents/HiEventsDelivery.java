package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads one delivery, in the form of the reference ({@code event.status_changed}) or in Hi.Events'
 * own. Neither has an id of the delivery, so the body's hash is it; neither signs a time but that
 * in the body.
 */
final class HiEventsDelivery {
  /** Hex after {@code sha256=}, as the reference sends it. */
  static final String REFERENCE_SIGNATURE = "x-hi-events-signature";

  /** Bare hex, as Hi.Events sends it. */
  static final String SIGNATURE = "signature";

  static final String STATUS_CHANGED = "event.status_changed";
  static final Duration REFERENCE_AGE = Duration.ofMinutes(5);

  /** Hi.Events itself repeats nothing; who repeats by hand does so within a day. */
  static final Duration AGE = Duration.ofHours(24);

  /** How far its clock may be ahead. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private static final String ALGORITHM = "sha256=";

  private final HiEventsAddresses addresses;
  private final Clock clock;

  HiEventsDelivery(HiEventsAddresses addresses, Clock clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Verifies a delivery, and only then reads it.
   *
   * @param via whose own connection it came by; empty for the operator's
   */
  WebhookReading read(RawWebhook delivery, HmacSha256 key, Optional<ConnectionId> via) {
    List<String> signatures =
        Stream.of(REFERENCE_SIGNATURE, SIGNATURE)
            .flatMap(name -> delivery.header(name).stream())
            .toList();
    if (signatures.isEmpty()) {
      return new WebhookReading.Untrusted("not signed");
    }
    if (!isSigned(key, signatures, delivery.body())) {
      return new WebhookReading.Untrusted("signed by somebody else, or altered");
    }
    JsonNode body = Json.read(delivery.body());
    String type = type(body);
    if (tells(type) && !isFresh(type, sentAt(body))) {
      return new WebhookReading.Untrusted("too old, or from the future");
    }
    return reading(delivery, type, body, via);
  }

  private static boolean isSigned(HmacSha256 key, List<String> signatures, byte[] body) {
    boolean signed = false;
    for (String signature : signatures) {
      String hex =
          signature.startsWith(ALGORITHM) ? signature.substring(ALGORITHM.length()) : signature;
      // No early exit: how long it takes tells nothing.
      signed |= key.isHex(hex, body);
    }
    return signed;
  }

  private boolean isFresh(String type, Instant sentAt) {
    Duration age = Duration.between(sentAt, clock.instant());
    Duration oldest = type.equals(STATUS_CHANGED) ? REFERENCE_AGE : AGE;
    return age.compareTo(oldest) <= 0 && age.negated().compareTo(AHEAD) <= 0;
  }

  /** Reads a delivery that was verified when it came. */
  WebhookReading readStored(RawWebhook delivery, Optional<ConnectionId> via) {
    JsonNode body = Json.read(delivery.body());
    return reading(delivery, type(body), body, via);
  }

  private WebhookReading reading(
      RawWebhook delivery, String type, JsonNode body, Optional<ConnectionId> via) {
    String id = Sha256.hex(delivery.body());
    return tells(type)
        ? new WebhookReading.Understood(id, type, List.of(saleChanged(body, via)))
        : new WebhookReading.Irrelevant(id, type);
  }

  private static boolean tells(String type) {
    return switch (type) {
      case STATUS_CHANGED, "event.created", "event.updated", "event.archived" -> true;
      default -> false;
    };
  }

  private TicketingEvent saleChanged(JsonNode body, Optional<ConnectionId> via) {
    JsonNode payload = body.path("payload");
    HiEventsEvent event = HiEventsEvent.read(payload);
    return new TicketingEvent.SaleChanged(
        HiEventsEvent.ref(event.id()),
        event.ours(),
        via,
        event.status(),
        Optional.ofNullable(payload.path("event_url").textValue()).flatMap(addresses::ownPage),
        sentAt(body));
  }

  private static Instant sentAt(JsonNode body) {
    return HiEventsMapping.time(text(body, "event_sent_at"));
  }

  private static String type(JsonNode body) {
    return text(body, "event_type");
  }

  private static String text(JsonNode body, String member) {
    return Optional.ofNullable(body.path(member).textValue())
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new IllegalArgumentException("no " + member));
  }
}
