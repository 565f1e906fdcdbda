package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeatsTest {
  private static final Seats FREE = Seats.free(NOW);

  private final UserId ada = aUserId();
  private final UserId grace = aUserId();
  private final Seats two = taken(taken(FREE, ada, "Ada"), grace, "Grace").settled(NOW);

  private static Instant at(long seconds) {
    return NOW.plusSeconds(seconds);
  }

  private static Seats taken(Seats seats, UserId user, String name) {
    return seats.with(seats.arriving(user, name, NOW));
  }

  private Seats without(UserId away, long since) {
    return two.with(two.member(away).orElseThrow().away(at(since)));
  }

  @Test
  void freeSeatsHaveNoHostAndAreGivenUpAfterAWhile() {
    assertThat(FREE.host()).isEmpty();
    assertThat(FREE.settled(at(5))).isEqualTo(FREE);
    assertThat(FREE.nextDue()).contains(at(600));
    assertThat(FREE.areGivenUp(at(600).minusMillis(1))).isFalse();
    assertThat(FREE.areGivenUp(at(600))).isTrue();
  }

  @Test
  void theFirstOfThoseHereHosts() {
    assertThat(two.hostId()).contains(ada);
    assertThat(two.emptySince()).isEmpty();
    assertThat(two.nextDue()).isEmpty();
    assertThat(two.without(ada).settled(NOW).hostId()).contains(grace);
    assertThat(two.hostedBy(grace).settled(NOW).hostId()).contains(grace);
  }

  @Test
  void whatChangesThemLeavesThemAsTheyWere() {
    assertThat(two.without(ada).members()).extracting(Member::user).containsExactly(grace);
    assertThat(two.members()).extracting(Member::user).containsExactly(ada, grace);
  }

  @Test
  void whoTakesTheirSeatAgainKeepsItsPlaceAndItsTime() {
    Seats away = without(ada, 5);

    Seats back = away.with(away.arriving(ada, " Countess ", at(9)));

    assertThat(back.members()).extracting(Member::name).containsExactly("Countess", "Grace");
    assertThat(back.host().orElseThrow().joinedAt()).isEqualTo(NOW);
    assertThat(back.host().orElseThrow().isHere()).isTrue();
  }

  @Test
  void aHostMakesRoomOnlyForSomebodyWhoIsHereAndOnlyAfterAWhile() {
    Seats away = without(ada, 5);
    assertThat(away.nextDue()).contains(at(15));
    assertThat(away.settled(at(15).minusMillis(1)).hostId()).contains(ada);
    assertThat(away.settled(at(15)).hostId()).contains(grace);

    Seats alone = away.without(grace);
    assertThat(alone.nextDue()).contains(at(125));
    assertThat(alone.settled(at(99)).hostId()).contains(ada);
  }

  @Test
  void seatsOfThoseWhoStayAwayAreFreeAfterAWhile() {
    Seats away = without(grace, 5);

    assertThat(away.nextDue()).contains(at(125));
    assertThat(away.overdue(at(125).minusMillis(1))).isEmpty();
    assertThat(away.overdue(at(125))).extracting(Member::user).containsExactly(grace);
  }

  @Test
  void nobodyHereIsNotedOnce() {
    Seats empty = two.without(ada).without(grace).settled(at(7));

    assertThat(empty.hostId()).isEmpty();
    assertThat(empty.emptySince()).contains(at(7));
    assertThat(empty.settled(at(8)).emptySince()).contains(at(7));
    assertThat(taken(empty, grace, "Grace").settled(at(9)).emptySince()).isEmpty();
  }

  @Test
  void whoWasRemovedTakesNoSeatAgain() {
    Seats one = two.removing(grace);

    assertThat(one.members()).extracting(Member::user).containsExactly(ada);
    assertRefused(PartyError.REMOVED_FROM_PARTY, () -> one.arriving(grace, "Grace", NOW));
  }

  @Test
  void onlySoManyAreSeatedAndWhoSitsAlreadyStaysWelcome() {
    Seats full = two;
    for (int i = 2; i < PartyRules.standard().mostMembers(); i++) {
      full = taken(full, aUserId(), "Guest");
    }
    Seats all = full;

    assertRefused(PartyError.PARTY_FULL, () -> all.arriving(aUserId(), "Guest", NOW));
    assertRefused(CommonError.INVALID_VALUE, () -> all.arriving(aUserId(), " ", NOW));
    assertThat(taken(all, grace, "Grace")).isEqualTo(all);
  }

  @Test
  void whatSomebodySaysOfTheirPlayerIsForgottenForAll() {
    Seats ready = two.with(two.member(grace).orElseThrow().ready(true));

    assertThat(ready.withNobodyReady()).isEqualTo(two);
  }
}
