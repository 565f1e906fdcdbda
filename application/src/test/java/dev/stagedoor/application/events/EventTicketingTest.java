package dev.stagedoor.application.events;

import static dev.stagedoor.application.fake.InMemoryStagedoor.FAKE;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.ticketing.CrossAppView;
import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingChanged;
import dev.stagedoor.domain.ticketing.TicketingError;
import dev.stagedoor.domain.ticketing.TicketingEvent.SaleChanged;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an event's tickets, by its organiser and by the shop. */
class EventTicketingTest {
  private static final String FIND = "TicketCatalog.find";

  private final BoxOffice office = new BoxOffice();
  private final EventService events = office.events();
  private final Actor organiser = office.organiser;
  private final EventId event = office.event;

  private EnabledTicketing enable(Actor actor) {
    return events.enableTicketing(actor, event, BoxOffice.ADDRESS);
  }

  private EventView change(Optional<Boolean> ticketing, Optional<String> sale) {
    return events.change(organiser, event, BoxOffice.change(ticketing, sale));
  }

  private static Secret tokenIn(URI redirect) {
    return Secret.of(redirect.getQuery().replaceAll("session_token=([^&]*).*", "$1"));
  }

  @Test
  void enablingBeginsTheSetupAndTellsReaders() {
    Instant now = office.house.clock().instant();

    TicketingView tickets = enable(organiser).event().ticketing();

    assertThat(tickets)
        .isEqualTo(
            new TicketingView(
                "setup",
                Optional.of("fake"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                now));
    assertThat(office.told())
        .containsExactly(
            new LiveUpdate(
                EventService.PUBLIC_EVENTS,
                "ticketing_status_changed",
                Map.of(
                    "eventId",
                    event.value().toString(),
                    "status",
                    "setup",
                    "stale",
                    false,
                    "timestamp",
                    now.toString())));
  }

  @Test
  void enablingOpensTheWayToTheShop() {
    URI redirect = enable(organiser).redirectUrl().orElseThrow();
    Secret token = tokenIn(redirect);

    assertThat(redirect)
        .isEqualTo(
            URI.create(
                "https://tickets.fake.test/auth/cross-app?session_token="
                    + token.reveal()
                    + "&event_id="
                    + event.value()));
    CrossAppView came = office.house.stagedoor().crossApp().validate(token, "198.51.100.1");
    assertThat(came.user().id()).isEqualTo(organiser.userId().value());
    assertThat(came.account()).isEqualTo(came.user());
    assertThat(came.event()).contains(office.ticketsOf(event));
  }

  @Test
  void enablingTwiceOpensAnotherWayAndChangesNothing() {
    EnabledTicketing first = enable(organiser);
    office.house.clock().advance(Duration.ofSeconds(1));

    EnabledTicketing second = enable(organiser);

    assertThat(second.event()).isEqualTo(first.event());
    assertThat(second.redirectUrl()).isPresent().isNotEqualTo(first.redirectUrl());
    assertThat(office.told()).hasSize(1);
  }

  @Test
  void anAdminGoesThereOnBehalfOfTheOrganiser() {
    Actor admin = office.house.admin().actor();

    Secret token = tokenIn(enable(admin).redirectUrl().orElseThrow());

    CrossAppView came = office.house.stagedoor().crossApp().validate(token, "198.51.100.1");
    assertThat(came.user().id()).isEqualTo(admin.userId().value());
    assertThat(came.account().id()).isEqualTo(organiser.userId().value());
  }

  @Test
  void theSetupCanBeGivenUpAndBegunAgain() {
    office.enable();
    office.link(event, office.aSale(SaleStatus.DRAFT));

    TicketingView none = events.cancelTicketing(organiser, event).ticketing();

    assertThat(none.status()).isEqualTo("none");
    assertThat(none.provider()).isEmpty();
    assertThat(none.sale()).isEmpty();
    assertThat(events.cancelTicketing(organiser, event).ticketing()).isEqualTo(none);
    office.enable();
    assertThat(office.toldStatuses()).containsExactly("setup", "none", "setup");
  }

  @ParameterizedTest
  @EnumSource(
      value = SaleStatus.class,
      names = {"LIVE", "INACTIVE"})
  void whatWasOnSaleIsNotSetUpNorGivenUp(SaleStatus now) {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office.tell(sale, now, 60);
    TicketingView before = office.tickets();

    assertRefused(TicketingError.TICKETING_MOVE_REFUSED, () -> enable(organiser));
    assertRefused(
        TicketingError.TICKETING_MOVE_REFUSED, () -> events.cancelTicketing(organiser, event));
    assertRefused(
        TicketingError.TICKETING_MOVE_REFUSED, () -> change(Optional.of(false), Optional.empty()));
    assertRefused(
        TicketingError.TICKETING_LINKED, () -> change(Optional.empty(), Optional.of("4711")));

    assertThat(change(Optional.of(true), Optional.of(sale.value())).ticketing()).isEqualTo(before);
  }

  @Test
  void clientsOfOldEnableAndGiveUpByAField() {
    assertThat(change(Optional.of(true), Optional.empty()).ticketing().status()).isEqualTo("setup");
    assertThat(change(Optional.of(true), Optional.empty()).ticketing().status()).isEqualTo("setup");
    assertThat(change(Optional.of(false), Optional.of("7")).ticketing().status()).isEqualTo("none");
    assertThat(office.toldStatuses()).containsExactly("setup", "none");
  }

  @Test
  void toNameASaleIsToWantTickets() {
    TicketingView linked = change(Optional.empty(), Optional.of("7")).ticketing();

    assertThat(linked.status()).isEqualTo("setup");
    assertThat(linked.sale()).contains(new ProviderRef(FAKE, "7"));
    assertThat(linked.page()).contains(URI.create("https://tickets.fake.test/event-7"));
    assertThat(linked.embed()).isEmpty();
  }

  @Test
  void anEventCanBePlannedWithItsTickets() {
    EventView enabled =
        events.create(organiser, new NewEvent(BoxOffice.aPlan("Prams"), true, Optional.empty()));
    EventView linked =
        events.create(organiser, new NewEvent(BoxOffice.aPlan("Prams"), false, Optional.of("7")));

    assertThat(enabled.ticketing().status()).isEqualTo("setup");
    assertThat(enabled.ticketing().sale()).isEmpty();
    assertThat(linked.ticketing().status()).isEqualTo("setup");
    assertThat(linked.ticketing().sale()).contains(new ProviderRef(FAKE, "7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "4 2", "4\u00a02", "42\n", "\u0000", "\ud83c", "\u200b"})
  void whatDoesNotLookLikeAnIdIsNoSale(String id) {
    assertNoSale(id);
    assertThat(office.tickets().status()).isEqualTo("none");
  }

  private void assertNoSale(String id) {
    assertThatThrownBy(() -> change(Optional.empty(), Optional.of(id)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused ->
                assertThat(refused.faults())
                    .containsExactly(Fault.of("ticketing_event_id", "format")));
  }

  @Test
  void anIdHas200CharactersAtMost() {
    assertNoSale("x".repeat(201));
    String longest = "organizer/ü" + "x".repeat(189);

    assertThat(change(Optional.empty(), Optional.of(longest)).ticketing().sale())
        .contains(new ProviderRef(FAKE, longest));
  }

  @Test
  void aLinkedSaleIsLookedAtAtOnce() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);

    TicketingView tickets = office.tickets();
    assertThat(tickets.status()).isEqualTo("active");
    assertThat(tickets.told()).contains("live");
    assertThat(tickets.toldAt()).contains(office.house.clock().instant());
    assertThat(tickets.page()).contains(office.shop.embed(sale).page());
    assertThat(tickets.embed()).contains(office.shop.embed(sale));
    assertThat(office.toldStatuses()).containsExactly("setup", "active");
    assertThat(office.house.wire().count(FIND)).isEqualTo(1);
  }

  @Test
  void linkingTheSameSaleAgainAsksNobody() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.link(event, sale);

    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.house.wire().count(FIND)).isEqualTo(1);
  }

  @Test
  void whileTicketsAreSetUpAnotherSaleCanTakeThePlaceOfTheFirst() {
    office.linked(SaleStatus.DRAFT);

    ProviderRef second = office.linked(SaleStatus.LIVE);

    assertThat(office.tickets().sale()).contains(second);
    assertThat(office.tickets().status()).isEqualTo("active");
  }

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

  @Test
  void aLookOverridesAHint() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.tell(sale, SaleStatus.LIVE, 3600);
    assertThat(office.tickets().embed()).isPresent();

    office.house.clock().advance(Duration.ofSeconds(3));
    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("inactive");
    assertThat(office.tickets().told()).contains("draft");
    assertThat(office.tickets().embed()).isEmpty();
    assertThat(office.toldStatuses()).containsExactly("setup", "active", "inactive");
  }

  @Test
  void aHintThatOnlyPointsHasTheSaleLookedAt() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.shop.change(sale, SaleStatus.LIVE);
    office.tell(
        new SaleChanged(
            sale,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            office.house.clock().instant()));
    assertThat(office.tickets().status()).isEqualTo("setup");

    office.house.clock().advance(Duration.ofSeconds(3));
    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("active");
  }

  @Test
  void aSaleThatTheShopShowsToNobodyPausesWhatWasOnSaleAndNothingElse() {
    office.link(event, office.shop.nobody());
    assertThat(office.house.runJobs()).isEmpty();
    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().told()).contains("inactive");

    office.tell(office.shop.nobody(), SaleStatus.LIVE, 1);
    assertThat(office.tickets().status()).isEqualTo("active");
    office.house.later(Duration.ofSeconds(3));

    assertThat(office.tickets().status()).isEqualTo("inactive");
  }

  @Test
  void aLostWebhookIsMadeUpForByWatching() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office.shop.change(sale, SaleStatus.INACTIVE);

    office.house.later(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(office.tickets().status()).isEqualTo("active");
    office.house.later(Duration.ofSeconds(1));

    assertThat(office.tickets().status()).isEqualTo("inactive");
    assertThat(office.toldStatuses()).containsExactly("setup", "active", "inactive");
  }

  @ParameterizedTest
  @EnumSource(FarSideFailure.class)
  void anOutageIsToldOnceAndSoIsItsEnd(FarSideFailure failure) {
    office.linked(SaleStatus.LIVE);
    office.shop.fail(failure);
    office.house.later(Duration.ofMinutes(5));
    office.house.later(Duration.ofMinutes(5));

    TicketingView stale = office.tickets();
    assertThat(stale.status()).isEqualTo("active");
    assertThat(stale.stale()).isTrue();
    assertThat(stale.embed()).isPresent();
    assertThat(office.told()).hasSize(3);
    assertThat(office.told().get(2).data())
        .containsEntry("status", "active")
        .containsEntry("stale", true);

    office.shop.recover();
    office.house.later(Duration.ofMinutes(5));
    office.house.later(Duration.ofMinutes(5));

    assertThat(office.tickets().stale()).isFalse();
    assertThat(office.told()).hasSize(4);
    assertThat(office.told().get(3).data())
        .containsEntry("status", "active")
        .containsEntry("stale", false);
  }

  @Test
  void aStatusThatNobodyKnowsIsAsIfTheShopWereDown() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office.shop.changeToSomethingNew(sale);

    office.tell(sale, SaleStatus.LIVE, 1);
    office.house.clock().advance(Duration.ofSeconds(3));
    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("active");
    assertThat(office.tickets().stale()).isTrue();
  }

  @Test
  void newsIsTakenInWhileTheShopCannotBeAsked() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.shop.fail(FarSideFailure.DOWN);

    office.tell(sale, SaleStatus.LIVE, 1);
    office.house.later(Duration.ofSeconds(3));

    assertThat(office.tickets().status()).isEqualTo("active");
    assertThat(office.tickets().stale()).isTrue();
  }

  @Test
  void whatIsSeenOfASaleThatWasReplacedMeanwhileCountsForNothing() {
    ProviderRef first = office.aSale(SaleStatus.LIVE);
    ProviderRef second = office.aSale(SaleStatus.DRAFT);
    office.link(event, first);
    office.house.wire().after(FIND, () -> office.link(event, second));

    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().sale()).contains(second);
    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().told()).contains("draft");
  }

  @Test
  void whatWasGivenUpMeanwhileStaysGivenUp() {
    office.link(event, office.aSale(SaleStatus.LIVE));
    office.house.wire().after(FIND, () -> events.cancelTicketing(organiser, event));

    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("none");
  }

  @Test
  void whatWasSeenBeforeNewerNewsDoesNotOverrideThat() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office
        .house
        .wire()
        .after(
            FIND,
            () -> {
              office.shop.change(sale, SaleStatus.INACTIVE);
              office.tell(sale, SaleStatus.INACTIVE, 0);
            });

    office.house.clock().advance(Duration.ofMinutes(5));
    office.house.runRecurringJobs();

    assertThat(office.tickets().status()).isEqualTo("inactive");
    assertThat(office.toldStatuses()).containsExactly("setup", "active", "inactive");
    assertThat(office.stored().nextLookAt())
        .contains(office.house.clock().instant().plusSeconds(3));
  }

  @Test
  void ofAShopThatIsDownNotEverySaleIsAskedAbout() {
    List<EventId> all = onSale(5);
    long before = office.house.wire().count(FIND);
    office.shop.fail(FarSideFailure.DOWN);

    office.house.later(Duration.ofMinutes(5));

    assertThat(office.house.wire().count(FIND)).isEqualTo(before + 3);
    assertThat(all).allMatch(id -> office.tickets(id).stale());
  }

  @Test
  void failuresThatAreNotInARowAreNoOutage() {
    List<EventId> all = onSale(6);
    for (int odd : List.of(0, 1, 3, 4)) {
      office.shop.changeToSomethingNew(office.tickets(all.get(odd)).sale().orElseThrow());
    }
    office.shop.change(office.tickets(all.get(5)).sale().orElseThrow(), SaleStatus.INACTIVE);

    office.house.later(Duration.ofMinutes(5));

    assertThat(all)
        .extracting(id -> office.tickets(id).stale())
        .containsExactly(true, true, false, true, true, false);
    assertThat(office.tickets(all.get(5)).status()).isEqualTo("inactive");
  }

  @Test
  void aShopThatAnswersIsNotDownHoweverOddItsAnswers() {
    List<EventId> all = onSale(5);
    for (EventId odd : all.subList(0, 3)) {
      office.shop.changeToSomethingNew(office.tickets(odd).sale().orElseThrow());
    }
    office.shop.change(office.tickets(all.get(4)).sale().orElseThrow(), SaleStatus.INACTIVE);

    office.house.later(Duration.ofMinutes(5));

    assertThat(all)
        .extracting(id -> office.tickets(id).stale())
        .containsExactly(true, true, true, false, false);
    assertThat(office.tickets(all.get(4)).status()).isEqualTo("inactive");
  }

  private List<EventId> onSale(int count) {
    List<EventId> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      EventId one = office.plan("Night " + n);
      office.link(one, office.aSale(SaleStatus.LIVE));
      all.add(one);
    }
    assertThat(office.house.runJobs()).isEmpty();
    assertThat(all).allMatch(id -> office.tickets(id).status().equals("active"));
    return all;
  }
}
