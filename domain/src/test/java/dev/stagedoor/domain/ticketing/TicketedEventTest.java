package dev.stagedoor.domain.ticketing;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketedEventTest {
  private static final ProviderId SHOP = new ProviderId("shop");
  private static final ProviderRef SALE = new ProviderRef(SHOP, "42");
  private static final ProviderRef ANOTHER = new ProviderRef(SHOP, "43");
  private static final URI PAGE = URI.create("https://shop.example.org/42");
  private static final URI FRAME = URI.create("https://shop.example.org/42/widget");
  private static final Instant TOLD = NOW.plusSeconds(60);
  private static final Instant LATER = NOW.plusSeconds(600);

  private final Subject subject = aSubject();
  private final UserId owner = aUserId();
  private final TicketedEvent tickets = TicketedEvent.without(subject, owner, NOW);

  /** How tickets can stand, and how they come to. */
  enum Stand {
    NONE,
    /** No event of the system is known yet. */
    SETUP,
    LINKED,
    ACTIVE,
    INACTIVE
  }

  private void bring(Stand stand) {
    if (stand == Stand.NONE) {
      return;
    }
    tickets.enable(SHOP, NOW);
    if (stand == Stand.SETUP) {
      return;
    }
    tickets.link(SALE, Optional.empty(), NOW);
    if (stand == Stand.LINKED) {
      return;
    }
    tell(SaleStatus.LIVE, TOLD);
    if (stand == Stand.INACTIVE) {
      tell(SaleStatus.INACTIVE, TOLD.plusSeconds(1));
    }
  }

  private List<Announcement> tell(SaleStatus news, Instant at) {
    return tickets.told(Optional.of(news), Optional.empty(), at, LATER);
  }

  private static Optional<TicketOffer> offer(SaleStatus status) {
    return Optional.of(
        new TicketOffer(
            SALE,
            "Night of the Prams",
            status,
            Optional.empty(),
            Optional.empty(),
            new TicketEmbed(PAGE, FRAME)));
  }

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

  private TicketingConnection connectionOf(UserId somebody) {
    return new TicketingConnection(
        new ConnectionId(UUID.randomUUID()), somebody, SHOP, Secret.of("0123456789abcdef"), NOW);
  }

  @Test
  void theOperatorsNewsIsHeardUnlessTheOwnersOwnConnectionFollowsTheSale() {
    bring(Stand.SETUP);
    assertThat(tickets.hears(Optional.empty())).isTrue();

    TicketingConnection own = connectionOf(owner);
    tickets.link(SALE, Optional.of(own.id()), NOW);

    assertThat(tickets.hears(Optional.empty())).isFalse();
    assertThat(tickets.hears(Optional.of(own))).isTrue();
  }

  @Test
  void theOwnersConnectionsAreHeardAlwaysAndNobodyElses() {
    bring(Stand.LINKED);

    assertThat(tickets.hears(Optional.of(connectionOf(owner)))).isTrue();
    assertThat(tickets.hears(Optional.of(connectionOf(aUserId())))).isFalse();
  }

  @Test
  void olderNewsDoesNotOverrideNewer() {
    bring(Stand.ACTIVE);

    assertThat(tell(SaleStatus.INACTIVE, TOLD.minusMillis(1))).isEmpty();

    assertThat(tickets.status()).isEqualTo(TicketingStatus.ACTIVE);
    assertThat(tickets.told()).contains(SaleStatus.LIVE);
    assertThat(tickets.toldAt()).contains(TOLD);
  }

  @Test
  void ofTwoThingsToldOfOneMomentTheSaleThatStoppedHolds() {
    bring(Stand.ACTIVE);

    tell(SaleStatus.DRAFT, TOLD);
    assertThat(tickets.told()).contains(SaleStatus.LIVE);

    tell(SaleStatus.INACTIVE, TOLD);
    assertThat(tickets.told()).contains(SaleStatus.INACTIVE);
    assertThat(tickets.status()).isEqualTo(TicketingStatus.INACTIVE);
  }

  @Test
  void thatASaleWasLiveIsKnownFromOldNewsToo() {
    bring(Stand.LINKED);
    tell(SaleStatus.INACTIVE, TOLD);
    assertThat(tickets.status()).isEqualTo(TicketingStatus.SETUP);

    List<Announcement> news = tell(SaleStatus.LIVE, TOLD.minusSeconds(1));

    assertThat(tickets.status()).isEqualTo(TicketingStatus.INACTIVE);
    assertThat(news)
        .containsExactly(new TicketingChanged(subject, TicketingStatus.INACTIVE, false, LATER));
  }

  @Test
  void newsHasTheSaleLookedAtSoonAndNewestNewsSaysWhereItIsShown() {
    bring(Stand.ACTIVE);
    tickets.told(Optional.of(SaleStatus.LIVE), Optional.of(PAGE), TOLD.plusSeconds(1), LATER);
    tickets.told(Optional.of(SaleStatus.LIVE), Optional.of(FRAME), TOLD, LATER);

    assertThat(tickets.page()).contains(PAGE);
    assertThat(tickets.nextLookAt()).contains(LATER.plusSeconds(3));
    assertThat(tickets.snapshot().looks()).isZero();
  }

  @Test
  void newsThatOnlyPointsChangesNothingButHasTheSaleLookedAt() {
    bring(Stand.LINKED);
    tickets.seen(offer(SaleStatus.DRAFT), NOW);
    TicketedEvent.Snapshot before = tickets.snapshot();

    tickets.told(Optional.empty(), Optional.of(FRAME), LATER, LATER);

    assertThat(tickets.nextLookAt()).contains(LATER.plusSeconds(3));
    assertThat(tickets.page()).contains(PAGE);
    assertThat(tickets.toldAt()).contains(before.toldAt());
  }

  @Test
  void whatIsSeenOverridesWhateverWasTold() {
    bring(Stand.LINKED);
    tell(SaleStatus.LIVE, LATER.plusSeconds(100));

    tickets.seen(offer(SaleStatus.DRAFT), LATER);

    assertThat(tickets.status()).isEqualTo(TicketingStatus.INACTIVE);
    assertThat(tickets.told()).contains(SaleStatus.DRAFT);
    assertThat(tickets.toldAt()).contains(LATER);
    assertThat(tickets.page()).contains(PAGE);
  }

  @Test
  void whatIsSeenAndOnlyConfirmsKeepsTheTimeOfWhatWasTold() {
    bring(Stand.ACTIVE);

    tickets.seen(offer(SaleStatus.LIVE), LATER);

    assertThat(tickets.toldAt()).contains(TOLD);
  }

  @Test
  void aSaleThatIsGoneKeepsItsPage() {
    bring(Stand.LINKED);
    tickets.seen(offer(SaleStatus.LIVE), LATER);

    tickets.seen(Optional.empty(), LATER.plusSeconds(1));

    assertThat(tickets.told()).contains(SaleStatus.INACTIVE);
    assertThat(tickets.toldAt()).contains(LATER.plusSeconds(1));
    assertThat(tickets.page()).contains(PAGE);
  }

  @Test
  void anOutageIsNewsOnceAndSoIsItsEnd() {
    bring(Stand.ACTIVE);

    assertThat(tickets.notSeen(LATER))
        .containsExactly(new TicketingChanged(subject, TicketingStatus.ACTIVE, true, LATER));
    assertThat(tickets.notSeen(LATER.plusSeconds(1))).isEmpty();
    assertThat(tickets.isStale()).isTrue();
    assertThat(tickets.snapshot().unreachableSince()).isEqualTo(LATER);

    Instant back = LATER.plusSeconds(2);
    assertThat(tickets.seen(offer(SaleStatus.LIVE), back))
        .containsExactly(new TicketingChanged(subject, TicketingStatus.ACTIVE, false, back));
    assertThat(tickets.isStale()).isFalse();
    assertThat(tickets.seen(offer(SaleStatus.LIVE), back.plusSeconds(1))).isEmpty();
  }

  @Test
  void aMoveDuringAnOutageSaysThatItMayBeOutOfDate() {
    bring(Stand.ACTIVE);
    tickets.notSeen(LATER);

    assertThat(tell(SaleStatus.INACTIVE, LATER))
        .containsExactly(new TicketingChanged(subject, TicketingStatus.INACTIVE, true, LATER));
  }

  @Test
  void anEndOfAnOutageThatAlsoMovesIsOneNews() {
    bring(Stand.ACTIVE);
    tickets.notSeen(LATER);

    assertThat(tickets.seen(Optional.empty(), LATER))
        .containsExactly(new TicketingChanged(subject, TicketingStatus.INACTIVE, false, LATER));
  }

  @Test
  void aSaleThatIsOnIsLookedAtEveryFiveMinutes() {
    bring(Stand.ACTIVE);

    for (int look = 0; look < 12; look++) {
      tickets.seen(offer(SaleStatus.LIVE), LATER);
      assertThat(tickets.nextLookAt()).contains(LATER.plus(Duration.ofMinutes(5)));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 10", "2, 20", "3, 30", "4, 30", "50, 30"})
  void aSaleThatIsSetUpIsLookedAtLessAndLess(int looks, int minutes) {
    bring(Stand.LINKED);

    assertLookedAt(SaleStatus.DRAFT, looks, minutes);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 10", "2, 20", "3, 40", "4, 80", "5, 160", "6, 320", "7, 360", "39, 360"})
  void aSaleThatPausesIsLookedAtLessAndLess(int looks, int minutes) {
    bring(Stand.INACTIVE);

    assertLookedAt(SaleStatus.INACTIVE, looks, minutes);
  }

  private void assertLookedAt(SaleStatus stands, int looks, int minutes) {
    for (int look = 0; look < looks; look++) {
      tickets.seen(offer(stands), NOW);
    }

    tickets.seen(offer(stands), LATER);

    assertThat(tickets.nextLookAt()).contains(LATER.plus(Duration.ofMinutes(minutes)));
    assertThat(tickets.snapshot().looks()).isEqualTo(looks + 1);
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "10, 15", "15, 15", "40, 40", "299, 299", "301, 300", "90000, 300"})
  void aSystemThatIsOutOfReachIsAskedAgainSoonAndThenLessAndLess(int since, int seconds) {
    bring(Stand.ACTIVE);
    tickets.notSeen(LATER);
    Instant now = LATER.plusSeconds(since);

    tickets.notSeen(now);

    assertThat(tickets.nextLookAt()).contains(now.plusSeconds(seconds));
  }

  @Test
  void afterAMoveLooksAreCountedAnew() {
    bring(Stand.LINKED);
    for (int look = 0; look < 5; look++) {
      tickets.seen(offer(SaleStatus.DRAFT), NOW);
    }
    tickets.seen(offer(SaleStatus.LIVE), NOW);

    tickets.seen(Optional.empty(), NOW);
    tickets.seen(Optional.empty(), LATER);

    assertThat(tickets.nextLookAt()).contains(LATER.plus(Duration.ofMinutes(5)));
  }

  @Test
  void ticketsThatAreKeptComeBackAsTheyWere() {
    bring(Stand.INACTIVE);
    tickets.notSeen(LATER);

    assertThat(TicketedEvent.restore(tickets.snapshot()).snapshot()).isEqualTo(tickets.snapshot());
  }

  @Test
  void aSecretThatSignsWebhooksHas16To255Characters() {
    UserId somebody = aUserId();
    ConnectionId id = new ConnectionId(UUID.randomUUID());
    for (String wrong : List.of("x".repeat(15), "x".repeat(256), " ".repeat(16))) {
      assertRefused(
          CommonError.INVALID_VALUE,
          () -> new TicketingConnection(id, somebody, SHOP, Secret.of(wrong), NOW));
    }
    for (String right : List.of("x".repeat(16), "x".repeat(255))) {
      TicketingConnection made = new TicketingConnection(id, somebody, SHOP, Secret.of(right), NOW);
      assertThat(made.secret().reveal()).isEqualTo(right);
      assertThat(made.signedBy(Secret.of("another-secret-of-it")))
          .isEqualTo(
              new TicketingConnection(id, somebody, SHOP, Secret.of("another-secret-of-it"), NOW));
    }
  }

  @Test
  void theIdOfAConnectionIsReadAsAddressesHaveIt() {
    UUID id = UUID.fromString("0190aaaa-0000-7000-8000-00000000000f");

    assertThat(ConnectionId.parse("0190aaaa-0000-7000-8000-00000000000f"))
        .contains(new ConnectionId(id));
    assertThat(ConnectionId.parse("0190AAAA-0000-7000-8000-00000000000F")).isEmpty();
    assertThat(ConnectionId.parse("0190aaaa-0-7000-8000-f")).isEmpty();
    assertThat(ConnectionId.parse("recording")).isEmpty();
  }
}
