package dev.stagedoor.providers.pretix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.WebhookTranslatorContract;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PretixWebhooksTest implements WebhookTranslatorContract {
  private static final String TOKEN = PretixDeliveries.TOKEN.reveal();

  private final PretixDeliveries deliveries = new PretixDeliveries();

  @Override
  public WebhookTranslator translator() {
    return deliveries.webhooks;
  }

  @Override
  public PretixDeliveries world() {
    return deliveries;
  }

  private static byte[] body() {
    return Json.write(PretixFixtures.read("event.live.activated"));
  }

  private static TicketingEvent changed(Instant at) {
    return new TicketingEvent.SaleChanged(
        ProviderRef.of("pretix", "bigevents/sampleconf"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  private WebhookReading readSignedIn(String... signIns) {
    return translator()
        .read(PretixDeliveries.with("", Map.of("authorization", List.of(signIns)), body()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pretix.event.added",
        "pretix.event.changed",
        "pretix.event.deleted",
        "pretix.event.live.activated",
        "pretix.event.live.deactivated",
        "pretix.event.testmode.activated",
        "pretix.event.testmode.deactivated"
      })
  void whatHappensToAnEventPointsAtItAndSaysNothingMore(String action) {
    ObjectNode body = PretixFixtures.read("event.live.activated").put("action", action);

    assertThat(translator().read(deliveries.signed(Json.write(body))))
        .isEqualTo(
            new WebhookReading.Understood(
                "bigevents/123455", action, List.of(changed(deliveries.clock.instant()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pretix.event.order.placed",
        "pretix.event.order.changed.item",
        "pretix.event.checkin",
        "pretix.event.item.changed",
        "pretix.subevent.changed",
        "pretix.voucher.added",
        "PRETIX.EVENT.CHANGED",
        "pretix.event.changed.more"
      })
  void whatHappensInTheShopIsIrrelevant(String action) {
    ObjectNode body = PretixFixtures.read("order.placed").put("action", action);

    assertThat(translator().read(deliveries.signed(Json.write(body))))
        .isEqualTo(new WebhookReading.Irrelevant("bigevents/123456", action));
  }

  @Test
  void whatIsOfNoEventIsIrrelevant() {
    assertThat(
            translator()
                .read(deliveries.signed(Json.write(PretixFixtures.read("customer.created")))))
        .isEqualTo(new WebhookReading.Irrelevant("bigevents/123457", "pretix.customer.created"));
  }

  @Test
  void anAddressThatEndsWithTheTokenIsTrusted() {
    assertThat(translator().read(PretixDeliveries.with(TOKEN, Map.of(), body())))
        .isInstanceOf(WebhookReading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the-token-of-webhook",
        "the-token-of-webhookss",
        "The-token-of-webhooks",
        "the-token-of-webhooks/",
        " the-token-of-webhooks",
        "x"
      })
  void anyOtherAddressIsNot(String topic) {
    assertThat(translator().read(PretixDeliveries.with(topic, Map.of(), body())))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void thePasswordCountsWhoeverItIsFor() {
    for (String user : List.of("", "pretix", "ü")) {
      assertThat(readSignedIn(PretixStub.basic(user, PretixDeliveries.TOKEN)))
          .isInstanceOf(WebhookReading.Understood.class);
    }
    assertThat(readSignedIn("bAsIc   " + base64("x:" + TOKEN)))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(readSignedIn("Basic eDp5", "Basic " + base64("x:" + TOKEN)))
        .isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  void everythingElseInItsPlaceIsUntrusted() {
    for (String signIn :
        List.of(
            "Basic",
            "Basic ",
            "Basic " + TOKEN,
            "Basic " + base64(TOKEN + ":x"),
            "Basic " + base64("x:" + TOKEN + ":"),
            "Basic " + base64("x:"),
            "Basic " + base64("x:" + TOKEN).substring(1),
            "Basic \u0000",
            "Bearer " + TOKEN,
            "Token " + TOKEN,
            TOKEN)) {
      assertThat(readSignedIn(signIn)).as(signIn).isInstanceOf(WebhookReading.Untrusted.class);
    }
  }

  @Test
  void theWrongPasswordIsNoHarmAtTheRightAddress() {
    assertThat(
            translator()
                .read(
                    PretixDeliveries.with(
                        TOKEN,
                        Map.of("Authorization", List.of(PretixStub.basic("x", Secret.of("y")))),
                        body())))
        .isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  void aStoredDeliveryIsOfWhenItCame() {
    Instant received = Instant.parse("2025-05-01T00:00:00Z");
    RawWebhook stored = new RawWebhook(Pretix.ID, "", Map.of(), body(), Optional.of(received));

    List<ProviderEvent> events =
        ((WebhookReading.Understood) translator().readStored(stored)).events();

    assertThat(events).containsExactly(changed(received));
  }

  @Test
  void theSameNumberOfTwoOrganizersIsTwoDeliveries() {
    ObjectNode other = PretixFixtures.read("event.live.activated").put("organizer", "smallevents");

    assertThat(translator().read(deliveries.signed(Json.write(other))))
        .isInstanceOfSatisfying(
            WebhookReading.Understood.class,
            reading -> assertThat(reading.deliveryId()).isEqualTo("smallevents/123455"));
  }

  @Test
  void whatNamesNoEventCannotBeRead() {
    for (String slug : List.of("", "..", "a/b", "a b", "ü", "x".repeat(51))) {
      for (String member : List.of("organizer", "event")) {
        ObjectNode body = PretixFixtures.read("event.live.activated").put(member, slug);
        assertThatIllegalArgumentException()
            .as("%s %s", member, slug)
            .isThrownBy(() -> translator().read(deliveries.signed(Json.write(body))));
      }
    }
    for (String member : List.of("notification_id", "organizer", "event", "action")) {
      ObjectNode body = PretixFixtures.read("event.live.activated").putNull(member);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> translator().read(deliveries.signed(Json.write(body))));
    }
  }

  @Test
  void theTokenIsNotPrinted() {
    WebhookReading untrusted = translator().read(deliveries.forged());

    assertThat(translator() + " " + untrusted).doesNotContain("the-token");
  }
}
