package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.contract.MerchantWebhooksContract;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an organiser's own account at Hi.Events tells, at the address of a connection. */
class HiEventsOrganiserWebhooksTest implements MerchantWebhooksContract, TimedWebhooksContract {
  private static final UUID OURS = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final ConnectionId CONNECTION =
      new ConnectionId(UUID.fromString(HiEventsDeliveries.CONNECTION));

  private final HiEventsDeliveries deliveries = HiEventsDeliveries.ofAnOrganiser();

  @Override
  public MerchantWebhooks merchants() {
    return deliveries.organisers;
  }

  @Override
  public WebhookTranslator operators() {
    return deliveries.webhooks;
  }

  @Override
  public MerchantWebhookWorld world() {
    return deliveries;
  }

  private RawWebhook at(String topic, byte[] body) {
    return deliveries.signedBy(HiEventsDeliveries.ORGANISERS_SECRET, topic, body);
  }

  @Test
  void aChangeNamesTheConnectionItCameByNowAndWhenItIsReadAgain() {
    RawWebhook delivery = deliveries.signed(HiEventsDeliveries.fixture("event.updated"));
    TicketingEvent.SaleChanged changed =
        new TicketingEvent.SaleChanged(
            ProviderRef.of("hi-events", "2"),
            Optional.of(OURS),
            Optional.of(CONNECTION),
            Optional.of(SaleStatus.LIVE),
            Optional.empty(),
            Instant.parse("2025-06-01T10:00:00Z"));

    assertThat(((WebhookReading.Understood) translator().read(delivery)).events())
        .containsExactly(changed);
    deliveries.clock.advance(Duration.ofDays(7));
    assertThat(((WebhookReading.Understood) translator().readStored(delivery)).events())
        .containsExactly(changed);
  }

  @Test
  void theSameNewsByTwoConnectionsNamesEach() {
    byte[] body = HiEventsDeliveries.fixture("event.updated");
    String another = "0190a000-0000-7000-8000-00000000000d";

    assertThat(((WebhookReading.Understood) translator().read(at(another, body))).events())
        .singleElement()
        .isInstanceOfSatisfying(
            TicketingEvent.SaleChanged.class,
            changed ->
                assertThat(changed.via()).contains(new ConnectionId(UUID.fromString(another))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "town-hall", "event-status-changed", "0190A000-0000-7000-8000-00C"})
  void aRouteThatIsNoConnectionsTellsNothing(String topic) {
    RawWebhook delivery = at(topic, HiEventsDeliveries.fixture("event.updated"));

    assertThat(translator().read(delivery)).isInstanceOf(WebhookReading.Untrusted.class);
    assertThatIllegalArgumentException().isThrownBy(() -> translator().readStored(delivery));
  }

  @Test
  void unsignedAndAlteredDeliveriesAreRefusedInEitherHeader() {
    byte[] body = HiEventsDeliveries.fixture("event.updated");
    String hex = HmacSha256.of(HiEventsDeliveries.ORGANISERS_SECRET).hex(body);
    byte[] altered =
        new String(body, StandardCharsets.UTF_8)
            .replace("\"LIVE\"", "\"DRAFT\"")
            .getBytes(StandardCharsets.UTF_8);
    for (String header : List.of("Signature", "X-Hi-Events-Signature")) {
      assertThat(translator().read(new RawWebhook(HiEvents.ID, topic(), with(header, hex), body)))
          .isInstanceOf(WebhookReading.Understood.class);
      assertThat(
              translator()
                  .read(new RawWebhook(HiEvents.ID, topic(), with(header, "sha256=" + hex), body)))
          .isInstanceOf(WebhookReading.Understood.class);
      for (RawWebhook refused :
          List.of(
              new RawWebhook(HiEvents.ID, topic(), Map.of(), body),
              new RawWebhook(HiEvents.ID, topic(), with(header, ""), body),
              new RawWebhook(HiEvents.ID, topic(), with(header, "sha256="), body),
              new RawWebhook(HiEvents.ID, topic(), with(header, hex.substring(1)), body),
              new RawWebhook(HiEvents.ID, topic(), with(header, hex), altered))) {
        assertThat(translator().read(refused)).isInstanceOf(WebhookReading.Untrusted.class);
      }
    }
  }

  private static String topic() {
    return HiEventsDeliveries.CONNECTION;
  }

  private static Map<String, List<String>> with(String header, String value) {
    return Map.of(header, List.of(value));
  }

  @Test
  void neitherTheOperatorsSecretNorAnotherConnectionsOpensIt() {
    byte[] body = HiEventsDeliveries.fixture("event.updated");
    for (Secret wrong : List.of(HiEventsDeliveries.SECRET, HiEventsDeliveries.OWN_SECRET)) {
      assertThat(translator().read(deliveries.signedBy(wrong, topic(), body)))
          .isInstanceOf(WebhookReading.Untrusted.class);
    }
  }

  @Test
  void anInstallationOffersIt() {
    HiEvents hiEvents =
        HiEvents.open(
            HiEventsConfig.of(URI.create("https://tickets.example.org"), HiEventsDeliveries.SECRET),
            ProviderRuntime.plain().with(deliveries.clock));

    assertThat(
            hiEvents
                .webhookProvider()
                .merchants()
                .orElseThrow()
                .signedBy(HiEventsDeliveries.ORGANISERS_SECRET)
                .read(deliveries.genuine()))
        .isInstanceOf(WebhookReading.Understood.class);
  }
}
