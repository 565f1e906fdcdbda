package dev.stagedoor.domain.ticketing;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told and seen of a sale, by whom, and when it is looked at. */
class TicketNewsTest extends TicketedEventScene {
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
}
