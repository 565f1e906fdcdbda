package dev.stagedoor.providers.sandbox.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.ticketing.ShopStatus;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.SignatureTime;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what the sandbox's far side tells: its own event names and JSON. */
public final class SandboxWebhooks implements WebhookTranslator {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final StandardWebhooks signer;
  private final Clock clock;

  public SandboxWebhooks(Secret secret, Clock clock) {
    this.signer = new StandardWebhooks(secret);
    this.clock = clock;
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    Optional<String> id = delivery.header(StandardWebhooks.ID);
    Optional<String> timestamp = delivery.header(StandardWebhooks.TIMESTAMP);
    Optional<String> signatures = delivery.header(StandardWebhooks.SIGNATURE);
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return new WebhookReading.Untrusted("not signed");
    }
    if (!signer.isSigned(id.get(), timestamp.get(), delivery.body(), signatures.get())) {
      return new WebhookReading.Untrusted("signed by somebody else, or altered");
    }
    if (!SignatureTime.isWithin(TOLERANCE, timestamp.get(), clock.instant())) {
      return new WebhookReading.Untrusted("not signed within 5 minutes from now");
    }
    return readStored(delivery);
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    String id =
        delivery
            .header(StandardWebhooks.ID)
            .filter(header -> !header.isBlank())
            .orElseThrow(() -> new IllegalArgumentException("a delivery without an id"));
    JsonNode body = Json.read(delivery.body());
    String type = text(body, typeMember(body));
    return event(type, body)
        .<WebhookReading>map(event -> new WebhookReading.Understood(id, type, List.of(event)))
        .orElseGet(() -> new WebhookReading.Irrelevant(id, type));
  }

  private static String typeMember(JsonNode body) {
    return Stream.of("eventType", "event_type").filter(body::has).findFirst().orElse("type");
  }

  private static Optional<ProviderEvent> event(String type, JsonNode body) {
    return switch (type) {
      case "charge.succeeded",
          "charge.processing",
          "charge.failed",
          "charge.cancelled",
          "charge.expired",
          "charge.refunded",
          "charge.refund_updated" ->
          Optional.of(chargeChanged(body.path("data")));
      case "invoice.paid", "invoice.payment_failed", "invoice.voided" ->
          Optional.of(invoiceChanged(body.path("data")));
      case "merchant.left" ->
          Optional.of(new InvoicingEvent.MerchantLeft(text(body.path("data"), "account")));
      case "subscription.created",
          "subscription.updated",
          "subscription.renewed",
          "subscription.period_over",
          "subscription.ended" ->
          Optional.of(
              new SubscriptionEvent.SubscriptionChanged(
                  ref(text(body.path("data"), "plan")), subscription(body.path("data"))));
      case "subscription.payment_failed" ->
          Optional.of(
              new SubscriptionEvent.PaymentFailed(
                  ref(text(body.path("data"), "plan")), subscription(body.path("data"))));
      case "live_input.connected" ->
          Optional.of(new VideoEvent.EncoderConnected(input(body), instant(body, "timestamp")));
      case "live_input.disconnected" ->
          Optional.of(new VideoEvent.EncoderDisconnected(input(body), instant(body, "timestamp")));
      case "live_input.errored" ->
          Optional.of(new VideoEvent.IngestFailed(input(body), instant(body, "timestamp")));
      case "video.recording.ready" ->
          Optional.of(new VideoEvent.RecordingChanged(input(body), recording(body)));
      case "comment.written",
          "comment.removed",
          "message.received",
          "broadcast.started",
          "broadcast.ended" ->
          Optional.of(ChannelNews.event(type, body.path("data"), instant(body, "timestamp")));
      case "library.video.changed" -> Optional.of(videoChanged(body));
      case "event.status_changed" -> Optional.of(saleChanged(body));
      default -> Optional.empty();
    };
  }

  private static LibraryEvent videoChanged(JsonNode body) {
    return new LibraryEvent.VideoChanged(
        input(body), Optional.of(new VideoId(UUID.fromString(text(body, "video")))));
  }

  private static TicketingEvent saleChanged(JsonNode body) {
    JsonNode payload = body.path("payload");
    JsonNode id = payload.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new IllegalArgumentException("no id");
    }
    return new TicketingEvent.SaleChanged(
        ref(id.asText()),
        payload.has("tuvens_event_id")
            ? Optional.of(UUID.fromString(text(payload, "tuvens_event_id")))
            : Optional.empty(),
        Optional.empty(),
        ShopStatus.of(text(payload, "status")).map(ShopStatus::sale),
        payload.has("event_url")
            ? Optional.of(URI.create(text(payload, "event_url")))
            : Optional.empty(),
        instant(body, "event_sent_at"));
  }

  private static PaymentEvent chargeChanged(JsonNode data) {
    return new PaymentEvent.ChargeChanged(
        ref(text(data, "charge")),
        Optional.of(new PaymentId(UUID.fromString(text(data, "payment")))));
  }

  private static InvoicingEvent invoiceChanged(JsonNode data) {
    return new InvoicingEvent.InvoiceChanged(
        ref(text(data, "bill")),
        Optional.of(new InvoiceId(UUID.fromString(text(data, "invoice")))),
        Optional.of(text(data, "account")));
  }

  private static Optional<SubscriptionId> subscription(JsonNode data) {
    return Optional.of(new SubscriptionId(UUID.fromString(text(data, "subscription"))));
  }

  private static RecordedVideo recording(JsonNode body) {
    JsonNode duration = body.path("duration");
    if (!duration.isIntegralNumber() || !duration.canConvertToInt()) {
      throw new IllegalArgumentException("no duration");
    }
    return new RecordedVideo(
        ref(text(body, "recording")),
        RecordingStatus.READY,
        Optional.of(text(body.path("playback"), "hls")),
        Optional.of(Duration.ofSeconds(duration.asInt())),
        Optional.of(text(body.path("thumbnails").path(0), "url")),
        instant(body, "timestamp"));
  }

  private static ProviderRef input(JsonNode body) {
    return ref(text(body, "uid"));
  }

  static ProviderRef ref(String value) {
    return new ProviderRef(SandboxLine.ID, value);
  }

  static String text(JsonNode node, String member) {
    JsonNode found = node.path(member);
    if (!found.isTextual() || found.textValue().isBlank()) {
      throw new IllegalArgumentException("no " + member);
    }
    return found.textValue();
  }

  private static Instant instant(JsonNode node, String member) {
    try {
      return Instant.parse(text(node, member));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time in " + member, e);
    }
  }
}
