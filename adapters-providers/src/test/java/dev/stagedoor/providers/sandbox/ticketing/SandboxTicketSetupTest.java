package dev.stagedoor.providers.sandbox.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.TicketSetupContract;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxTicketSetupTest implements TicketSetupContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final SandboxTickets tickets = fixture.sandbox.tickets();

  @Override
  public TicketSetup setup() {
    return fixture.sandbox.ticketingProvider().setup().orElseThrow();
  }

  private static NewSale wanted(String title, UUID event) {
    return new NewSale(title, Optional.empty(), Optional.empty(), Optional.of(event));
  }

  @Test
  void theEntranceIsAPageOfThisServerWhereverThatIs() {
    fixture.sandbox.movedTo(URI.create("https://stage.example/"));

    assertThat(setup().entrance(Secret.of("t"), Optional.empty()))
        .isEqualTo(
            URI.create("https://stage.example/sandbox/tickets/auth/cross-app?session_token=t"));
  }

  @Test
  void thereIsOneSaleForEachEventWhoeverPreparesIt() {
    UUID event = UUID.randomUUID();
    Sale first = tickets.prepare(wanted("Gala", event));
    tickets.change(first.id(), ShopStatus.LIVE);
    tickets.sell(first.id());
    fixture.clock.pass(Duration.ofHours(1));

    Sale again = fixture.open().tickets().prepare(wanted("Gala, moved", event));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.title()).isEqualTo("Gala, moved");
    assertThat(again.status()).isEqualTo("LIVE");
    assertThat(again.sold()).isEqualTo(1);
    assertThat(again.notices()).as("offered, published, told once more").hasSize(3);
    assertThat(tickets.prepare(wanted("Another", UUID.randomUUID())).id()).isNotEqualTo(first.id());
  }

  @Test
  void whatWasOfferedForAnEventOnTheConsoleIsItsSale() {
    UUID event = UUID.randomUUID();
    Sale offered = tickets.offer(wanted("Gala", event));

    assertThat(tickets.prepare(wanted("Gala", event)).id()).isEqualTo(offered.id());
    assertThat(tickets.offer(wanted("Gala", event)).id()).isNotEqualTo(offered.id());
    assertThat(tickets.prepare(wanted("Gala", event)).id()).isEqualTo(offered.id());
  }

  @Test
  void eventsWhoseIdsMeetHaveSalesOfTheirOwn() {
    UUID event = new UUID(1, 5);
    UUID another = new UUID(5, 1);

    Sale first = tickets.prepare(wanted("One", event));
    Sale second = tickets.prepare(wanted("Two", another));

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(tickets.prepare(wanted("One", event)).id()).isEqualTo(first.id());
    assertThat(tickets.prepare(wanted("Two", another)).id()).isEqualTo(second.id());
    assertThat(tickets.find(first.id()).orElseThrow().title()).isEqualTo("One");
  }

  @Test
  void aSaleThatIsPreparedAgainHasTheTimesThatTheEventHasNow() {
    UUID event = UUID.randomUUID();
    Instant moved = fixture.clock.instant().plus(Duration.ofDays(30));
    tickets.prepare(wanted("Gala", event));

    Sale again =
        tickets.prepare(
            new NewSale("Gala", Optional.of(moved), Optional.empty(), Optional.of(event)));

    assertThat(again.startsAt()).isEqualTo(moved);
  }

  @Test
  void nobodyIsLetInBeforeTheServerIsThere() {
    Arrival arrival = fixture.sandbox.organisers().arrive(Secret.of("t"), Optional.empty());

    assertThat(arrival.visit()).isEmpty();
    assertThat(arrival.said()).isNotEmpty();
  }
}
