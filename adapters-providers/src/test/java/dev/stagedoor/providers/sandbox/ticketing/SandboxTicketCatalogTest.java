package dev.stagedoor.providers.sandbox.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.TicketCatalogContract;
import dev.stagedoor.domain.contract.TicketingWorld;
import dev.stagedoor.domain.contract.UnpublishedSalesContract;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SandboxTicketCatalogTest implements TicketCatalogContract, UnpublishedSalesContract {
  private static final Map<SaleStatus, ShopStatus> WORDS =
      new EnumMap<>(
          Map.of(
              SaleStatus.DRAFT, ShopStatus.DRAFT,
              SaleStatus.LIVE, ShopStatus.LIVE,
              SaleStatus.INACTIVE, ShopStatus.ARCHIVED));

  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;
  private final World world = new World();

  @Override
  public TicketCatalog catalog() {
    return sandbox.ticketingProvider().catalog();
  }

  @Override
  public World world() {
    return world;
  }

  final class World extends SandboxFailures implements TicketingWorld {
    private World() {
      super(sandbox.line());
    }

    @Override
    public ProviderRef anEvent(
        String title, SaleStatus status, Optional<Instant> startsAt, Optional<Instant> endsAt) {
      Sale sale = sandbox.tickets().offer(new NewSale(title, startsAt, endsAt, Optional.empty()));
      ProviderRef event = new ProviderRef(SandboxLine.ID, sale.id());
      change(event, status);
      return event;
    }

    @Override
    public ProviderRef nobody() {
      return new ProviderRef(SandboxLine.ID, "4711");
    }

    /** Knows what the site's routes show; that they do is tested there. */
    @Override
    public boolean shows(URI address) {
      String shop = "http://localhost:8080/sandbox/tickets/event/";
      String id = address.toString().replace(shop, "").replaceFirst("/widget$", "");
      return address.toString().startsWith(shop)
          && sandbox
              .tickets()
              .find(id)
              .flatMap(sandbox.tickets()::stands)
              .filter(SaleStatus.LIVE::equals)
              .isPresent();
    }

    @Override
    public Instant now() {
      return fixture.clock.instant();
    }

    @Override
    public void change(ProviderRef event, SaleStatus status) {
      sandbox.tickets().change(event.value(), WORDS.get(status)).orElseThrow();
    }

    @Override
    public void changeToSomethingNew(ProviderRef event) {
      fixture.rewrite(
          "ticket-sales", event.value(), "\"status\":\"LIVE\"", "\"status\":\"POSTPONED\"");
    }
  }

  private Sale aDraft(Optional<UUID> ours) {
    return sandbox
        .tickets()
        .offer(new NewSale("Night of the Prams", Optional.empty(), Optional.empty(), ours));
  }

  private List<TicketingEvent> told() {
    return sandbox.deliveries().newest(100).stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .map(this::read)
        .toList();
  }

  private TicketingEvent read(Delivery delivery) {
    assertThat(delivery.path()).isEqualTo("/api/webhooks/hi-events/event-status-changed");
    return (TicketingEvent)
        ((WebhookReading.Understood)
                sandbox
                    .webhookProvider()
                    .translator()
                    .readStored(
                        new RawWebhook(
                            SandboxLine.ID,
                            "event-status-changed",
                            Map.of("webhook-id", List.of(delivery.id())),
                            delivery.body().getBytes(StandardCharsets.UTF_8))))
            .events()
            .get(0);
  }

  @Test
  void everythingThatBecomesOfASaleIsTold() {
    UUID ours = UUID.randomUUID();
    Sale sale = aDraft(Optional.of(ours));
    Instant offered = fixture.clock.instant();
    fixture.clock.pass(Duration.ofSeconds(1));
    sandbox.tickets().change(sale.id(), ShopStatus.LIVE);

    ProviderRef event = new ProviderRef(SandboxLine.ID, sale.id());
    assertThat(told())
        .containsExactly(
            new TicketingEvent.SaleChanged(
                event,
                Optional.of(ours),
                Optional.empty(),
                Optional.of(SaleStatus.DRAFT),
                Optional.of(catalog().embed(event).page()),
                offered),
            new TicketingEvent.SaleChanged(
                event,
                Optional.of(ours),
                Optional.empty(),
                Optional.of(SaleStatus.LIVE),
                Optional.of(catalog().embed(event).page()),
                fixture.clock.instant()));
  }

  @Test
  void whatChangesNothingIsNotTold() {
    Sale sale = aDraft(Optional.empty());

    sandbox.tickets().change(sale.id(), ShopStatus.DRAFT);

    assertThat(told()).hasSize(1);
  }

  @Test
  void whatACrashKeptFromBeingToldIsToldAfterTheNextStart() {
    Sale sale = aDraft(Optional.empty());
    sandbox
        .deliveries()
        .newest(10)
        .forEach(delivery -> fixture.memory.forget("webhooks", delivery.id()));
    assertThat(told()).isEmpty();

    fixture.open().tickets().recover();

    assertThat(told()).hasSize(1);
    assertThat(sandbox.tickets().find(sale.id())).contains(sale);
  }

  @Test
  void eachOfTheShopsWordsIsOneOfOurs() {
    assertThat(Arrays.stream(ShopStatus.values()).map(ShopStatus::sale))
        .containsExactly(
            SaleStatus.DRAFT,
            SaleStatus.LIVE,
            SaleStatus.INACTIVE,
            SaleStatus.INACTIVE,
            SaleStatus.INACTIVE);
    assertThat(ShopStatus.of("live")).contains(ShopStatus.LIVE);
    assertThat(ShopStatus.of("POSTPONED")).isEmpty();
  }

  @Test
  void aShopThatIsDownIsUnavailable() {
    ProviderRef event = world.anEvent("Gala", SaleStatus.LIVE, Optional.empty(), Optional.empty());
    sandbox.tickets().setDown(true);

    assertThatThrownBy(() -> catalog().find(event))
        .asInstanceOf(InstanceOfAssertFactories.type(ProviderException.class))
        .extracting(ProviderException::kind)
        .isEqualTo(Kind.UNAVAILABLE);
    assertThat(fixture.open().tickets().isDown()).as("also for another instance").isTrue();

    sandbox.tickets().setDown(false);
    assertThat(catalog().find(event)).isPresent();
  }

  @Test
  void ticketsAreSoldWhileTheSaleIsLive() {
    Sale draft = aDraft(Optional.empty());

    assertThat(sandbox.tickets().sell(draft.id())).isEmpty();

    sandbox.tickets().change(draft.id(), ShopStatus.LIVE);
    assertThat(sandbox.tickets().sell(draft.id())).map(Sale::sold).contains(1);
    assertThat(sandbox.tickets().sell(draft.id())).map(Sale::sold).contains(2);
    assertThat(sandbox.tickets().sell("4711")).isEmpty();
  }
}
