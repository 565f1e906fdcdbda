package dev.stagedoor.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingChanged;
import dev.stagedoor.domain.ticketing.TicketingEvent.SaleChanged;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose news moves whose tickets. */
class TicketNewsTest extends EventTicketingScene {
  @Test
  void newsThatNamesAnEventLinksItAndIsCheckedThreeSecondsLater() {
    office.enable();
    ProviderRef sale = office.aSale(SaleStatus.LIVE);
    SaleChanged news = office.news(sale, Optional.of(event), Optional.empty(), SaleStatus.LIVE, 0);
    office.house.clock().advance(Duration.ofSeconds(1));

    office.tell(news);

    assertThat(office.tickets().sale()).contains(sale);
    assertThat(office.tickets().status()).isEqualTo("active");
    assertThat(office.tickets().toldAt()).contains(news.at());
    assertThat(office.stored().connection()).isEmpty();
    office.house.clock().advance(Duration.ofSeconds(3).minusMillis(1));
    assertThat(office.house.runJobs()).isEmpty();
    assertThat(office.house.wire().count(FIND)).isZero();
    office.house.clock().advance(Duration.ofMillis(1));
    assertThat(office.house.runJobs()).isEmpty();
    assertThat(office.house.wire().count(FIND)).isEqualTo(1);
    assertThat(office.toldStatuses()).containsExactly("setup", "active");
  }

  @Test
  void theFirstSaleThatNamesAnEventKeepsIt() {
    office.enable();
    ProviderRef first = office.aSale(SaleStatus.DRAFT);
    ProviderRef second = office.aSale(SaleStatus.LIVE);

    office.tell(office.news(first, Optional.of(event), Optional.empty(), SaleStatus.DRAFT, 0));
    office.tell(office.news(second, Optional.of(event), Optional.empty(), SaleStatus.LIVE, 1));

    assertThat(office.tickets().sale()).contains(first);
    assertThat(office.tickets().status()).isEqualTo("setup");
  }

  @Test
  void newsLinksNoEventThatHasNoTicketsNorOneOfAnotherSystem() {
    office.tell(
        office.news(
            office.aSale(SaleStatus.LIVE),
            Optional.of(event),
            Optional.empty(),
            SaleStatus.LIVE,
            0));
    assertThat(office.tickets().status()).isEqualTo("none");

    office.enable();
    office.tell(
        office.news(
            ProviderRef.of("elsewhere", "1"),
            Optional.of(event),
            Optional.empty(),
            SaleStatus.LIVE,
            0));

    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().sale()).isEmpty();
  }

  @Test
  void readersOfEventsHearNothingOfTicketsOfOtherThings() {
    Instant now = office.house.clock().instant();

    office
        .house
        .unitOfWork()
        .run(
            () ->
                events.tell(
                    new TicketingChanged(Samples.aSubject(), TicketingStatus.ACTIVE, false, now)));

    assertThat(office.told()).isEmpty();
  }

  @Test
  void newsOfASaleThatIsNobodysMovesNothing() {
    office.enable();

    office.tell(office.aSale(SaleStatus.LIVE), SaleStatus.LIVE, 0);

    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().sale()).isEmpty();
  }

  @Test
  void foreignNewsNeitherLinksNorMoves() {
    ConnectionId foreign = office.connectionOf(office.house.aFamily().actor());
    office.enable();
    ProviderRef sale = office.aSale(SaleStatus.LIVE);
    SaleChanged news =
        office.news(sale, Optional.of(event), Optional.of(foreign), SaleStatus.LIVE, 0);

    office.tell(news);
    assertThat(office.tickets().sale()).isEmpty();

    office.link(event, sale);
    office.tell(news);
    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().told()).isEmpty();
  }

  @Test
  void whatFollowsTheOrganisersOwnConnectionHearsNobodyElse() {
    ConnectionId own = office.connectionOf(organiser);
    office.enable();
    ProviderRef sale = office.aSale(SaleStatus.LIVE);
    office.tell(office.news(sale, Optional.of(event), Optional.of(own), SaleStatus.DRAFT, 0));
    assertThat(office.stored().connection()).contains(own);

    office.tell(sale, SaleStatus.LIVE, 1);
    assertThat(office.tickets().status()).isEqualTo("setup");

    office.tell(office.news(sale, Optional.empty(), Optional.of(own), SaleStatus.LIVE, 2));
    assertThat(office.tickets().status()).isEqualTo("active");
  }

  @Test
  void whatTheOrganiserLinksFollowsTheirOwnConnectionIfThereIsOne() {
    ConnectionId own = office.connectionOf(organiser);
    ProviderRef sale = office.aSale(SaleStatus.DRAFT);
    office.link(event, sale);
    assertThat(office.stored().connection()).contains(own);

    office.house.stagedoor().ticketingConnections().disconnect(organiser, own);

    office.tell(sale, SaleStatus.LIVE, 1);
    assertThat(office.tickets().status()).isEqualTo("active");
  }

  @Test
  void newsByAConnectionThatIsGoneIsIgnored() {
    ConnectionId own = office.connectionOf(organiser);
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.house.stagedoor().ticketingConnections().disconnect(organiser, own);

    office.tell(office.news(sale, Optional.empty(), Optional.of(own), SaleStatus.LIVE, 1));

    assertThat(office.tickets().status()).isEqualTo("setup");
  }

  @Test
  void oneSaleMovesAllWhoseTicketsItSells() {
    EventId second = office.plan("Second night");
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.link(second, sale);

    office.tell(sale, SaleStatus.LIVE, 1);

    assertThat(office.tickets().status()).isEqualTo("active");
    assertThat(office.tickets(second).status()).isEqualTo("active");
    assertThat(office.told())
        .extracting(update -> update.data().get("eventId") + " " + update.data().get("status"))
        .containsExactly(
            event.value() + " setup",
            second.value() + " setup",
            event.value() + " active",
            second.value() + " active");
  }

  @Test
  void readersHearOfAChangeOnceHoweverOftenItIsTold() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);

    office.tell(sale, SaleStatus.LIVE, 10);
    office.tell(sale, SaleStatus.LIVE, 10);
    office.tell(sale, SaleStatus.LIVE, 20);
    office.tell(sale, SaleStatus.INACTIVE, 5);

    assertThat(office.toldStatuses()).containsExactly("setup", "active");
  }

  @Test
  void theSalesOwnPageIsShownAsItIsTold() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    URI page = URI.create("https://tickets.fake.test/night-of-the-prams");

    office.tell(
        new SaleChanged(
            sale,
            Optional.empty(),
            Optional.empty(),
            Optional.of(SaleStatus.LIVE),
            Optional.of(page),
            office.house.clock().instant().plusSeconds(1)));

    assertThat(office.tickets().page()).contains(page);
    assertThat(office.tickets().embed()).contains(office.shop.embed(sale));
  }
}
