package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of the reference: one secret, {@code sha256=}, five minutes. */
class HiEventsReferenceWebhooksTest implements TimedWebhooksContract {
  private static final UUID OURS = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final Instant SENT_AT = Instant.parse("2025-06-01T10:00:00Z");

  private final HiEventsDeliveries deliveries = HiEventsDeliveries.ofTheReference();

  @Override
  public WebhookTranslator translator() {
    return deliveries.webhooks;
  }

  @Override
  public WebhookWorld world() {
    return deliveries;
  }

  private static ObjectNode body() {
    return (ObjectNode) Json.read(HiEventsDeliveries.fixture("reference.status_changed"));
  }

  private static ObjectNode payload(ObjectNode body) {
    return (ObjectNode) body.path("payload");
  }

  private List<ProviderEvent> events(ObjectNode body) {
    RawWebhook delivery = deliveries.signed(Json.write(body));
    return ((WebhookReading.Understood) translator().read(delivery)).events();
  }

  @Test
  void aChangeTellsOfWhichEventAndHowItStands() {
    assertThat(events(body()))
        .containsExactly(
            new TicketingEvent.SaleChanged(
                ProviderRef.of("hi-events", "2"),
                Optional.of(OURS),
                Optional.empty(),
                Optional.of(SaleStatus.LIVE),
                Optional.empty(),
                SENT_AT));
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE,LIVE",
    "DRAFT,DRAFT",
    "CANCELLED,INACTIVE",
    "ENDED,INACTIVE",
    "ARCHIVED,INACTIVE",
    "POSTPONED,"
  })
  void aStatusThatNobodyKnowsOnlyPoints(String status, SaleStatus expected) {
    ObjectNode body = body();
    payload(body).put("status", status);

    assertThat(events(body))
        .containsExactly(
            new TicketingEvent.SaleChanged(
                ProviderRef.of("hi-events", "2"),
                Optional.of(OURS),
                Optional.empty(),
                Optional.ofNullable(expected),
                Optional.empty(),
                SENT_AT));
  }

  @Test
  void theEventMayBeNamedInAnyOfItsForms() {
    ObjectNode body = body();
    payload(body).remove("id");
    payload(body).put("event_id", "12");
    payload(body).remove("tuvens_event_id");
    payload(body).put("external_event_id", OURS.toString());

    assertThat(events(body))
        .containsExactly(
            new TicketingEvent.SaleChanged(
                ProviderRef.of("hi-events", "12"),
                Optional.of(OURS),
                Optional.empty(),
                Optional.of(SaleStatus.LIVE),
                Optional.empty(),
                SENT_AT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tickets.example.org/event/2/night-of-the-prams",
        "https://tickets.example.org",
        "https://TICKETS.example.org/shop/event/2?lang=de#tickets"
      })
  void aPageOfTheInstallationIsWhereTheSaleIsShown(String page) {
    assertThat(toldPage(page)).contains(URI.create(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/event/2",
        "http://tickets.example.org/event/2",
        "https://tickets.example.org:8443/event/2",
        "https://tickets.example.org.elsewhere.example/",
        "https://tickets.example.org@elsewhere.example/",
        "https://me:secret@tickets.example.org/event/2",
        "//tickets.example.org/event/2",
        "/event/2",
        "javascript:alert(1)",
        "not an address",
        ""
      })
  void aPageOfAnybodyElseIsNone(String page) {
    assertThat(toldPage(page)).isEmpty();
  }

  private Optional<URI> toldPage(String page) {
    ObjectNode body = body();
    payload(body).put("event_url", page);
    return ((TicketingEvent.SaleChanged) events(body).get(0)).page();
  }

  @Test
  void anIdThatIsNotOfOurFormIsNotOurs() {
    ObjectNode body = body();
    payload(body).put("tuvens_event_id", "11");

    assertThat(events(body))
        .singleElement()
        .isInstanceOfSatisfying(
            TicketingEvent.SaleChanged.class, changed -> assertThat(changed.ours()).isEmpty());
  }

  @Test
  void aSecretOfItsOwnIsTheOnlyOneThatOpensAConnection() {
    byte[] body = Json.write(body());

    assertThat(translator().read(deliveries.signedBy(HiEventsDeliveries.SECRET, "town-hall", body)))
        .isInstanceOf(WebhookReading.Untrusted.class);
    assertThat(
            translator()
                .read(deliveries.signedBy(HiEventsDeliveries.OWN_SECRET, "town-hall", body)))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(
            translator()
                .read(
                    deliveries.signedBy(
                        HiEventsDeliveries.OWN_SECRET, "event-status-changed", body)))
        .isInstanceOf(WebhookReading.Untrusted.class);
    assertThat(translator().read(deliveries.signedBy(HiEventsDeliveries.SECRET, "", body)))
        .isInstanceOf(WebhookReading.Understood.class);
  }
}
