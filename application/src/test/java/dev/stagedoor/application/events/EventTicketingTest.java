package dev.stagedoor.application.events;

import static dev.stagedoor.application.fake.InMemoryStagedoor.FAKE;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.ticketing.CrossAppView;
import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingError;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an organiser has tickets, and links what is on sale. */
class EventTicketingTest extends EventTicketingScene {
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
}
