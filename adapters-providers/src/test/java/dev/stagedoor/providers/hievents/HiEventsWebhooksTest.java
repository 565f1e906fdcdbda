package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of Hi.Events itself: a secret for each webhook, bare hex, its own types. */
class HiEventsWebhooksTest implements TimedWebhooksContract {
  private static final UUID OURS = UUID.fromString("0190a000-0000-7000-8000-000000000001");

  private final HiEventsDeliveries deliveries = HiEventsDeliveries.ofItsOwn();

  @Override
  public WebhookTranslator translator() {
    return deliveries.webhooks;
  }

  @Override
  public WebhookWorld world() {
    return deliveries;
  }

  @ParameterizedTest
  @CsvSource({"event.created,DRAFT", "event.updated,LIVE", "event.archived,INACTIVE"})
  void eachTypeThatCanMoveASaleTellsHowItStands(String type, SaleStatus status) {
    WebhookReading.Understood reading =
        (WebhookReading.Understood)
            translator().read(deliveries.signed(HiEventsDeliveries.fixture(type)));

    assertThat(reading.type()).isEqualTo(type);
    assertThat(reading.events())
        .containsExactly(
            new TicketingEvent.SaleChanged(
                ProviderRef.of("hi-events", "2"),
                Optional.of(OURS),
                Optional.empty(),
                Optional.of(status),
                Optional.empty(),
                Instant.parse("2025-06-01T10:00:00Z")));
  }

  @Test
  void anEventWithoutAttributesSaysNothingOfOurs() {
    ObjectNode body = (ObjectNode) Json.read(HiEventsDeliveries.fixture("event.updated"));
    ((ObjectNode) body.path("payload")).remove("attributes");

    assertThat(
            ((WebhookReading.Understood) translator().read(deliveries.signed(Json.write(body))))
                .events())
        .singleElement()
        .isInstanceOfSatisfying(
            TicketingEvent.SaleChanged.class, changed -> assertThat(changed.ours()).isEmpty());
  }

  @Test
  void theIdOfADeliveryIsTheHashOfItsBytes() throws Exception {
    RawWebhook delivery = deliveries.genuine();
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(delivery.body()));

    assertThat(((WebhookReading.Understood) translator().read(delivery)).deliveryId())
        .isEqualTo(hash);
  }

  @Test
  void itsClockMayBeALittleAheadOnly() {
    assertThat(translator().read(deliveries.signedBefore(Duration.ofMinutes(5).negated())))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(translator().read(deliveries.signedBefore(Duration.ofSeconds(301).negated())))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void signaturesOfTheOtherFormAreGoodHereToo() {
    byte[] body = deliveries.genuine().body();
    String hex = HmacSha256.of(HiEventsDeliveries.OWN_SECRET).hex(body);
    for (Map<String, List<String>> headers :
        List.of(
            Map.of("x-hi-events-signature", List.of("sha256=" + hex)),
            Map.of("x-hi-events-signature", List.of(hex)),
            Map.of("signature", List.of("sha256=" + hex)),
            Map.of("signature", List.of(hex.toUpperCase(Locale.ROOT))))) {
      assertThat(translator().read(new RawWebhook(HiEvents.ID, "town-hall", headers, body)))
          .isInstanceOf(WebhookReading.Understood.class);
    }
  }

  @Test
  void whereNoSecretIsForARouteNothingIsTrusted() {
    HiEventsWebhooks closed = deliveries.operators(Optional.empty());
    byte[] body = deliveries.genuine().body();

    assertThat(closed.read(deliveries.signedBy(HiEventsDeliveries.OWN_SECRET, "elsewhere", body)))
        .isInstanceOf(WebhookReading.Untrusted.class);
    assertThat(closed.read(deliveries.signedBy(Secret.of("x"), "town-hall", body)))
        .isInstanceOf(WebhookReading.Untrusted.class);
    assertThat(closed.read(deliveries.signedBy(HiEventsDeliveries.OWN_SECRET, "town-hall", body)))
        .isInstanceOf(WebhookReading.Understood.class);
  }
}
