package dev.stagedoor.providers.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.TimedSignature;
import dev.stagedoor.providers.support.TimedSignature.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads what Stripe tells: only which thing it is about, for the thing itself is read again. Not by
 * stripe-java, which throws whatever comes at bad headers, takes signatures from the future, and
 * does not show events of another version of the API.
 */
final class StripeWebhooks implements WebhookTranslator {
  static final String SIGNATURE = "Stripe-Signature";
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final List<TimedSignature> signatures;
  private final Clock clock;

  StripeWebhooks(Secret secrets, Clock clock) {
    this.signatures =
        Stream.of(secrets.reveal().split(",", -1))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .map(secret -> HmacSha256.of(Secret.of(secret)))
            .map(key -> new TimedSignature(key, "t", "v1", TOLERANCE))
            .toList();
    this.clock = clock;
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    Optional<String> header = delivery.header(SIGNATURE);
    if (header.isEmpty()) {
      return new WebhookReading.Untrusted("not signed");
    }
    return switch (judge(header.get(), delivery.body())) {
      case GOOD -> readStored(delivery);
      case MISSING -> new WebhookReading.Untrusted("not signed");
      case FORGED -> new WebhookReading.Untrusted("signed by somebody else, or altered");
      case STALE -> new WebhookReading.Untrusted("not signed within 5 minutes from now");
    };
  }

  private Verdict judge(String header, byte[] body) {
    for (TimedSignature signature : signatures) {
      Verdict verdict = signature.judge(header, body, clock.instant());
      if (verdict != Verdict.FORGED) {
        return verdict;
      }
    }
    return Verdict.FORGED;
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    JsonNode event = Json.read(delivery.body());
    String id = text(event, "id");
    String type = text(event, "type");
    return told(type, event)
        .<WebhookReading>map(told -> new WebhookReading.Understood(id, type, List.of(told)))
        .orElseGet(() -> new WebhookReading.Irrelevant(id, type));
  }

  private static Optional<ProviderEvent> told(String type, JsonNode event) {
    JsonNode thing = event.path("data").path("object");
    return switch (type) {
      case "payment_intent.succeeded",
          "payment_intent.payment_failed",
          "payment_intent.processing",
          "payment_intent.canceled" ->
          Optional.of(
              new PaymentEvent.ChargeChanged(
                  ref(thing, "id"), ours(thing, StripeMapping.OUR_PAYMENT).map(PaymentId::new)));
      case "charge.refunded", "refund.created", "refund.updated", "refund.failed" ->
          optional(thing, "payment_intent")
              .map(intent -> new PaymentEvent.ChargeChanged(intent, Optional.empty()));
      case "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.closed",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated" ->
          optional(thing, "payment_intent")
              .map(intent -> new PaymentEvent.ChargeDisputed(intent, Optional.empty()));
      case "invoice.finalized",
          "invoice.paid",
          "invoice.payment_failed",
          "invoice.voided",
          "invoice.marked_uncollectible" ->
          Optional.of(invoice(type, thing, event));
      case "customer.subscription.created",
          "customer.subscription.updated",
          "customer.subscription.deleted",
          "customer.subscription.paused",
          "customer.subscription.resumed" ->
          Optional.of(
              new SubscriptionEvent.SubscriptionChanged(
                  ref(thing, "id"),
                  ours(thing, StripeSubscriptions.OUR_ID).map(SubscriptionId::new)));
      case "checkout.session.completed" ->
          optional(thing, "subscription")
              .map(
                  subscription ->
                      new SubscriptionEvent.SubscriptionChanged(
                          subscription,
                          ours(thing, StripeSubscriptions.OUR_ID).map(SubscriptionId::new)));
      case "account.application.deauthorized" ->
          Optional.of(new InvoicingEvent.MerchantLeft(text(event, "account")));
      default -> Optional.empty();
    };
  }

  /** An invoice of a subscription tells of the subscription. */
  private static ProviderEvent invoice(String type, JsonNode thing, JsonNode event) {
    JsonNode details = thing.path("parent").path("subscription_details");
    Optional<ProviderRef> subscription = optional(details, "subscription");
    if (subscription.isEmpty()) {
      return new InvoicingEvent.InvoiceChanged(
          ref(thing, "id"),
          ours(thing, StripeInvoices.OUR_ID).map(InvoiceId::new),
          optionalText(event, "account"));
    }
    Optional<SubscriptionId> ours =
        ours(details, StripeSubscriptions.OUR_ID).map(SubscriptionId::new);
    return type.equals("invoice.payment_failed")
        ? new SubscriptionEvent.PaymentFailed(subscription.get(), ours)
        : new SubscriptionEvent.SubscriptionChanged(subscription.get(), ours);
  }

  private static Optional<UUID> ours(JsonNode thing, String member) {
    return optionalText(thing.path("metadata"), member).flatMap(StripeMapping::ours);
  }

  private static ProviderRef ref(JsonNode node, String member) {
    return StripeCalls.ref(text(node, member));
  }

  /** A thing is told by its id, or whole. */
  private static Optional<ProviderRef> optional(JsonNode node, String member) {
    JsonNode thing = node.path(member);
    return optionalText(thing.isObject() ? thing : node, thing.isObject() ? "id" : member)
        .map(StripeCalls::ref);
  }

  private static Optional<String> optionalText(JsonNode node, String member) {
    return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isBlank());
  }

  private static String text(JsonNode node, String member) {
    return optionalText(node, member)
        .orElseThrow(() -> new IllegalArgumentException("no " + member));
  }
}
