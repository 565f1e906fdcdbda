package dev.stagedoor.providers.pretix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what pretix tells. It signs nothing, so that a delivery is let in by a token, which ends
 * its address or is its password, and only points at an event: how that stands has to be asked.
 */
final class PretixWebhooks implements WebhookTranslator {
  private static final String SIGN_IN = "authorization";
  private static final String BASIC = "basic ";

  private final Secret token;
  private final Clock clock;

  PretixWebhooks(Secret token, Clock clock) {
    this.token = token;
    this.clock = clock;
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    boolean isLetIn = isToken(delivery.topic());
    for (String signIn : delivery.headers().getOrDefault(SIGN_IN, List.of())) {
      // No early exit: how long it takes tells nothing.
      isLetIn |= isToken(password(signIn));
    }
    return isLetIn
        ? reading(delivery)
        : new WebhookReading.Untrusted("neither its address nor its password is the token");
  }

  private boolean isToken(String given) {
    return HmacSha256.isEqual(given, token.reveal());
  }

  /** Returns the password of Basic authentication, whoever it is for; empty where there is none. */
  private static String password(String signIn) {
    if (!signIn.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return "";
    }
    try {
      byte[] both = Base64.getDecoder().decode(signIn.substring(BASIC.length()).strip());
      String text = new String(both, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    return reading(delivery);
  }

  private WebhookReading reading(RawWebhook delivery) {
    JsonNode body = Json.read(delivery.body());
    String action = text(body, "action");
    String organizer = text(body, "organizer");
    JsonNode notification = body.path("notification_id");
    if (!notification.isIntegralNumber() || !PretixSale.isOrganizer(organizer)) {
      throw new IllegalArgumentException("no notification_id, or one of no organizer");
    }
    String id = organizer + "/" + notification.asText();
    return movesASale(action)
        ? new WebhookReading.Understood(
            id,
            action,
            List.of(
                new TicketingEvent.SaleChanged(
                    sale(organizer, text(body, "event")).ref(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    delivery.receivedAt().orElseGet(clock::instant))))
        : new WebhookReading.Irrelevant(id, action);
  }

  private static boolean movesASale(String action) {
    return switch (action) {
      case "pretix.event.added",
          "pretix.event.changed",
          "pretix.event.deleted",
          "pretix.event.live.activated",
          "pretix.event.live.deactivated",
          "pretix.event.testmode.activated",
          "pretix.event.testmode.deactivated" ->
          true;
      default -> false;
    };
  }

  private static PretixSale sale(String organizer, String event) {
    return PretixSale.of(organizer + "/" + event)
        .orElseThrow(() -> new IllegalArgumentException("what no event is called"));
  }

  private static String text(JsonNode body, String member) {
    return Optional.ofNullable(body.path(member).textValue())
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new IllegalArgumentException("no " + member));
  }

  @Override
  public String toString() {
    return "webhooks of pretix";
  }
}
