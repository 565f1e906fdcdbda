package dev.stagedoor.providers.stripe;

import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a payer's browser meets of Stripe: the script with its form, and the confirmation. */
final class StripeStubForm {
  static final String SCRIPT = "/v3/";

  private static final Pattern CONFIRM = Pattern.compile("/v1/payment_intents/([^/]+)/confirm");
  private static final Map<String, String> DECLINES =
      Map.of(
          "4000000000000002", "generic_decline",
          "4000000000009995", "insufficient_funds",
          "4000000000000069", "expired_card");

  private final StripeStub stripe;
  private @Nullable URI webhooks;

  StripeStubForm(StripeStub stripe) {
    this.stripe = stripe;
  }

  void tellTo(URI address) {
    webhooks = address;
  }

  Optional<FaultyServer.Reply> answer(FaultyServer.Asked asked) {
    if (asked.path().equals(SCRIPT)) {
      return Optional.of(FaultyServer.Reply.of(200, "text/javascript; charset=utf-8", script()));
    }
    Matcher confirm = CONFIRM.matcher(asked.path());
    return confirm.matches()
        ? Optional.of(confirm(confirm.group(1), asked.form()).forAnyOrigin())
        : Optional.empty();
  }

  private static byte[] script() {
    try (InputStream file = StripeStubForm.class.getResourceAsStream("/stripe/stub-form.js")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes the money, or not, as Stripe's test cards say; a browser has the publishable key only.
   */
  private FaultyServer.Reply confirm(String intent, Map<String, String> fields) {
    String secret = stripe.intent(intent).path("client_secret").asText();
    if (!StripeStub.PUBLISHABLE_KEY.equals(fields.get("key"))
        || !secret.equals(fields.get("client_secret"))) {
      return stripe.refusal(401);
    }
    String card = fields.getOrDefault("payment_method_data[card][number]", "").replace(" ", "");
    String code = DECLINES.get(card);
    if (code != null) {
      stripe.decline(intent, code);
      tell("payment_intent.payment_failed", intent);
      var error = Json.object();
      error
          .putObject("error")
          .put("type", "card_error")
          .put("code", "card_declined")
          .put("decline_code", code)
          .put("message", "Your card was declined.");
      return FaultyServer.Reply.json(402, error);
    }
    stripe.pay(intent);
    tell("payment_intent.succeeded", intent);
    return FaultyServer.Reply.json(200, stripe.intent(intent));
  }

  private void tell(String type, String intent) {
    URI address = webhooks;
    if (address == null) {
      return;
    }
    byte[] event = stripe.event(type, intent, Optional.empty());
    stripe.sendLater(address, event);
  }
}
