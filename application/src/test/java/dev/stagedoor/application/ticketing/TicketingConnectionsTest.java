package dev.stagedoor.application.ticketing;

import static dev.stagedoor.application.fake.InMemoryStagedoor.FAKE;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.ticketing.TicketSystems.TicketSystem;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fake.FakeTicketing;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketingConnectionsTest {
  private static final Secret SECRET = Secret.of("secret-of-a-connection");
  private static final Secret ANOTHER = Secret.of("another-secret-of-it");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final TicketingConnections connections = house.stagedoor().ticketingConnections();
  private final Actor organiser = house.aFamily().actor();
  private final Actor stranger = house.aFamily().actor();

  @Test
  void aConnectionSaysWhereItsWebhooksAreToBeSent() {
    Instant now = house.clock().instant();

    ConnectionView made = connections.connect(organiser, FAKE, SECRET);

    assertThat(made)
        .isEqualTo(
            new ConnectionView(
                made.id(),
                "fake",
                URI.create("https://stagedoor.example.org/api/webhooks/fake/" + made.id()),
                now));
    assertThat(connections.list(organiser)).containsExactly(made);
    assertThat(connections.list(stranger)).isEmpty();
    assertThat(connections.of(FAKE, made.id().toString())).contains(SECRET);
  }

  @Test
  void connectingAgainGivesItAnotherSecretAndNothingElse() {
    ConnectionView made = connections.connect(organiser, FAKE, SECRET);
    house.clock().advance(Duration.ofSeconds(1));

    assertThat(connections.connect(organiser, FAKE, ANOTHER)).isEqualTo(made);

    assertThat(connections.list(organiser)).containsExactly(made);
    assertThat(connections.of(FAKE, made.id().toString())).contains(ANOTHER);
    assertThat(connections.connect(stranger, FAKE, SECRET).id()).isNotEqualTo(made.id());
  }

  @Test
  void aSystemThatIsNotOnAndASecretThatIsTooShortAreRefused() {
    assertRefused(
        CommonError.NOT_FOUND,
        () -> connections.connect(organiser, new ProviderId("elsewhere"), SECRET));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> connections.connect(organiser, FAKE, Secret.of("x".repeat(15))));
    assertThat(connections.list(organiser)).isEmpty();
  }

  @Test
  void nobodyConnectsWhereOnlyTheOperatorsWebhooksAreHeard() {
    FakeTicketing shop = new FakeTicketing("elsewhere");
    ProviderId id = shop.provider().id();
    TicketingProviders systems = TicketingProviders.only(shop.provider());
    WebhookTranslators webhooks =
        WebhookTranslators.only(new WebhookProvider(id, house.webhooks()));
    TicketingConnections elsewhere =
        new TicketingConnections(
            house.unitOfWork(),
            house.ticketing().connections(),
            systems,
            webhooks,
            house.settings(),
            house.clock(),
            UUID::randomUUID);

    assertRefused(CommonError.NOT_FOUND, () -> elsewhere.connect(organiser, id, SECRET));

    assertThat(elsewhere.list(organiser)).isEmpty();
    assertThat(systems.systems(webhooks::hearMerchantsOf).all())
        .extracting(TicketSystem::hearsOrganisers)
        .containsExactly(false);
    assertThat(house.stagedoor().ticketSystems().all())
        .extracting(TicketSystem::hearsOrganisers)
        .containsExactly(true);
  }

  @Test
  void visitorsHaveNone() {
    Actor visitor = Actor.visitor();
    ConnectionId id = new ConnectionId(UUID.randomUUID());

    assertRefused(CommonError.NOT_SIGNED_IN, () -> connections.connect(visitor, FAKE, SECRET));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> connections.list(visitor));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> connections.disconnect(visitor, id));
  }

  @Test
  void nobodyDisconnectsWhatIsNotTheirs() {
    ConnectionView made = connections.connect(organiser, FAKE, SECRET);
    ConnectionId id = new ConnectionId(made.id());

    assertRefused(CommonError.NOT_FOUND, () -> connections.disconnect(stranger, id));
    assertRefused(CommonError.NOT_FOUND, () -> connections.disconnect(house.admin().actor(), id));
    assertThat(connections.list(organiser)).containsExactly(made);

    connections.disconnect(organiser, id);

    assertThat(connections.list(organiser)).isEmpty();
    assertThat(connections.of(FAKE, made.id().toString())).isEmpty();
    assertRefused(CommonError.NOT_FOUND, () -> connections.disconnect(organiser, id));
  }

  @Test
  void aSecretIsForOneSystemAndOneConnection() {
    String id = connections.connect(organiser, FAKE, SECRET).id().toString();

    assertThat(connections.of(new ProviderId("elsewhere"), id)).isEmpty();
    assertThat(connections.of(FAKE, UUID.randomUUID().toString())).isEmpty();
    assertThat(connections.of(FAKE, "recording")).isEmpty();
  }

  @Test
  void deliveriesToAConnectionMustBeSignedByItsSecret() {
    ConnectionId id = new ConnectionId(connections.connect(organiser, FAKE, SECRET).id());

    assertThat(deliver(id, SECRET)).isInstanceOf(WebhookResult.Taken.class);
    assertThat(deliver(id, ANOTHER)).isEqualTo(new WebhookResult.Untrusted());
    connections.disconnect(organiser, id);
    assertThat(deliver(id, SECRET)).isEqualTo(new WebhookResult.Untrusted());
  }

  private WebhookResult deliver(ConnectionId id, Secret signer) {
    return house.deliver(
        house
            .merchantWebhooks()
            .delivery(
                id.value().toString(),
                signer,
                new InvoiceChanged(
                    new ProviderRef(FAKE, "in_1"), Optional.empty(), Optional.empty())));
  }
}
