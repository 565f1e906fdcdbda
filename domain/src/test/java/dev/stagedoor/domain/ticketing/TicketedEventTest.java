package dev.stagedoor.domain.ticketing;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tickets of an event stand, and move. */
class TicketedEventTest extends TicketedEventScene {
  private static final ProviderRef ANOTHER = new ProviderRef(SHOP, "43");

  private List<Announcement> act(String act) {
    return switch (act) {
      case "enable" -> tickets.enable(SHOP, LATER);
      case "cancel" -> tickets.cancel(LATER);
      case "link" -> {
        tickets.link(SALE, Optional.empty(), LATER);
        yield List.of();
      }
      case "linkAnother" -> {
        tickets.link(ANOTHER, Optional.empty(), LATER);
        yield List.of();
      }
      case "toldDraft" -> tell(SaleStatus.DRAFT, LATER);
      case "toldLive" -> tell(SaleStatus.LIVE, LATER);
      case "toldInactive" -> tell(SaleStatus.INACTIVE, LATER);
      case "toldNothing" -> tickets.told(Optional.empty(), Optional.empty(), LATER, LATER);
      case "seenDraft" -> tickets.seen(offer(SaleStatus.DRAFT), LATER);
      case "seenLive" -> tickets.seen(offer(SaleStatus.LIVE), LATER);
      case "seenInactive" -> tickets.seen(offer(SaleStatus.INACTIVE), LATER);
      case "seenGone" -> tickets.seen(Optional.empty(), LATER);
      case "notSeen" -> tickets.notSeen(LATER);
      default -> throw new IllegalArgumentException(act);
    };
  }

  /** Whatever is allowed; {@code news} tells whether readers hear of it. */
  @ParameterizedTest
  @CsvSource({
    "NONE, enable, SETUP, true",
    "NONE, cancel, NONE, false",
    "NONE, toldDraft, NONE, false",
    "NONE, toldLive, NONE, false",
    "NONE, toldInactive, NONE, false",
    "NONE, toldNothing, NONE, false",
    "NONE, seenDraft, NONE, false",
    "NONE, seenLive, NONE, false",
    "NONE, seenInactive, NONE, false",
    "NONE, seenGone, NONE, false",
    "NONE, notSeen, NONE, false",
    "SETUP, enable, SETUP, false",
    "SETUP, cancel, NONE, true",
    "SETUP, link, SETUP, false",
    "SETUP, linkAnother, SETUP, false",
    "SETUP, toldDraft, SETUP, false",
    "SETUP, toldLive, SETUP, false",
    "SETUP, toldInactive, SETUP, false",
    "SETUP, toldNothing, SETUP, false",
    "SETUP, seenDraft, SETUP, false",
    "SETUP, seenLive, SETUP, false",
    "SETUP, seenInactive, SETUP, false",
    "SETUP, seenGone, SETUP, false",
    "SETUP, notSeen, SETUP, false",
    "LINKED, enable, SETUP, false",
    "LINKED, cancel, NONE, true",
    "LINKED, link, SETUP, false",
    "LINKED, linkAnother, SETUP, false",
    "LINKED, toldDraft, SETUP, false",
    "LINKED, toldLive, ACTIVE, true",
    "LINKED, toldInactive, SETUP, false",
    "LINKED, toldNothing, SETUP, false",
    "LINKED, seenDraft, SETUP, false",
    "LINKED, seenLive, ACTIVE, true",
    "LINKED, seenInactive, SETUP, false",
    "LINKED, seenGone, SETUP, false",
    "LINKED, notSeen, SETUP, true",
    "ACTIVE, link, ACTIVE, false",
    "ACTIVE, toldDraft, INACTIVE, true",
    "ACTIVE, toldLive, ACTIVE, false",
    "ACTIVE, toldInactive, INACTIVE, true",
    "ACTIVE, toldNothing, ACTIVE, false",
    "ACTIVE, seenDraft, INACTIVE, true",
    "ACTIVE, seenLive, ACTIVE, false",
    "ACTIVE, seenInactive, INACTIVE, true",
    "ACTIVE, seenGone, INACTIVE, true",
    "ACTIVE, notSeen, ACTIVE, true",
    "INACTIVE, link, INACTIVE, false",
    "INACTIVE, toldDraft, INACTIVE, false",
    "INACTIVE, toldLive, ACTIVE, true",
    "INACTIVE, toldInactive, INACTIVE, false",
    "INACTIVE, toldNothing, INACTIVE, false",
    "INACTIVE, seenDraft, INACTIVE, false",
    "INACTIVE, seenLive, ACTIVE, true",
    "INACTIVE, seenInactive, INACTIVE, false",
    "INACTIVE, seenGone, INACTIVE, false",
    "INACTIVE, notSeen, INACTIVE, true",
  })
  void ticketsMoveSo(Stand from, String act, TicketingStatus to, boolean news) {
    bring(from);
    Instant before = tickets.changedAt();

    List<Announcement> told = act(act);

    assertThat(tickets.status()).isEqualTo(to);
    if (news) {
      assertThat(told)
          .containsExactly(new TicketingChanged(subject, to, act.equals("notSeen"), LATER));
      assertThat(tickets.changedAt()).isEqualTo(LATER);
    } else {
      assertThat(told).isEmpty();
      assertThat(tickets.changedAt()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, link, TICKETING_MOVE_REFUSED, none, active",
    "NONE, linkAnother, TICKETING_MOVE_REFUSED, none, active",
    "ACTIVE, enable, TICKETING_MOVE_REFUSED, active, setup",
    "ACTIVE, cancel, TICKETING_MOVE_REFUSED, active, none",
    "ACTIVE, linkAnother, TICKETING_LINKED,,",
    "INACTIVE, enable, TICKETING_MOVE_REFUSED, inactive, setup",
    "INACTIVE, cancel, TICKETING_MOVE_REFUSED, inactive, none",
    "INACTIVE, linkAnother, TICKETING_LINKED,,",
  })
  void andInNoOtherWay(Stand from, String act, TicketingError refusal, String stands, String to) {
    bring(from);
    TicketedEvent.Snapshot before = tickets.snapshot();
    Map<String, Object> facts = stands == null ? Map.of() : Map.of("from", stands, "to", to);

    assertThatThrownBy(() -> act(act))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(refusal);
              assertThat(refused.facts()).isEqualTo(facts);
            });
    assertThat(tickets.snapshot()).isEqualTo(before);
  }

  @Test
  void whatHasNoTicketsKnowsNothingOfThem() {
    assertThat(tickets.snapshot())
        .isEqualTo(
            new TicketedEvent.Snapshot(
                subject,
                owner,
                TicketingStatus.NONE,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                0,
                null,
                NOW,
                NOW,
                0));
    assertThat(tickets.id()).isEqualTo(new TicketedEventId(subject.id()));
    assertThat(tickets.provider()).isEmpty();
  }

  @Test
  void enablingChoosesTheSystemAndTheFirstChoiceStays() {
    tickets.enable(SHOP, NOW);
    tickets.enable(new ProviderId("another"), LATER);

    assertThat(tickets.provider()).contains(SHOP);
    assertThat(tickets.sale()).isEmpty();
    assertThat(tickets.nextLookAt()).isEmpty();
  }

  @Test
  void givingItUpForgetsAllThatWasKnownOfTheSale() {
    bring(Stand.LINKED);
    tickets.told(Optional.of(SaleStatus.DRAFT), Optional.of(PAGE), TOLD, LATER);
    tickets.notSeen(LATER);

    tickets.cancel(LATER);

    assertThat(tickets.snapshot())
        .isEqualTo(
            new TicketedEvent.Snapshot(
                subject,
                owner,
                TicketingStatus.NONE,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                0,
                null,
                NOW,
                LATER,
                0));
  }

  @Test
  void aLinkedSaleIsLookedAtThreeSecondsLater() {
    bring(Stand.SETUP);
    ConnectionId own = new ConnectionId(UUID.randomUUID());

    tickets.link(SALE, Optional.of(own), LATER);

    assertThat(tickets.sale()).contains(SALE);
    assertThat(tickets.connection()).contains(own);
    assertThat(tickets.nextLookAt()).contains(LATER.plusSeconds(3));
  }

  @Test
  void anotherSaleTakesThePlaceOfTheFirstWithNothingThatWasToldOfThat() {
    bring(Stand.SETUP);
    tickets.link(SALE, Optional.of(new ConnectionId(UUID.randomUUID())), NOW);
    tickets.told(Optional.of(SaleStatus.DRAFT), Optional.of(PAGE), TOLD, LATER);
    tickets.notSeen(LATER);
    ProviderRef elsewhere = ProviderRef.of("elsewhere", "1");

    tickets.link(elsewhere, Optional.empty(), LATER);

    assertThat(tickets.provider()).contains(elsewhere.provider());
    assertThat(tickets.sale()).contains(elsewhere);
    assertThat(tickets.connection()).isEmpty();
    assertThat(tickets.page()).isEmpty();
    assertThat(tickets.told()).isEmpty();
    assertThat(tickets.toldAt()).isEmpty();
    assertThat(tickets.isStale()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stand.class,
      names = {"LINKED", "ACTIVE", "INACTIVE"})
  void linkingTheSameSaleAgainChangesNothing(Stand stand) {
    bring(stand);
    TicketedEvent.Snapshot before = tickets.snapshot();

    tickets.link(SALE, Optional.of(new ConnectionId(UUID.randomUUID())), LATER);

    assertThat(tickets.snapshot()).isEqualTo(before);
  }

  @Test
  void ticketsThatAreKeptComeBackAsTheyWere() {
    bring(Stand.INACTIVE);
    tickets.notSeen(LATER);

    assertThat(TicketedEvent.restore(tickets.snapshot()).snapshot()).isEqualTo(tickets.snapshot());
  }
}
