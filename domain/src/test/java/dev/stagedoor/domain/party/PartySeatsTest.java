package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who comes to a party, stays and leaves, and whose turn it is to host. */
class PartySeatsTest extends PartyScene {

  @Test
  void whoBeginsItHosts() {
    assertThat(host()).contains(ada);
    assertThat(party.members()).extracting(Member::name).containsExactly("Ada", "Grace", "Mary");
    assertThat(party.sequence()).isEqualTo(4);
  }

  @Test
  void whoLeavesMakesRoomForTheNextHostAtOnce() {
    party.leave(ada, at(10));

    assertThat(host()).contains(grace);
    assertThat(party.takeNews())
        .extracting(event -> (Object) event.what().getClass())
        .containsExactly(Happening.Left.class, Happening.HostChanged.class);
    assertRefused(PartyError.NOT_IN_PARTY, () -> party.play(ada, Duration.ZERO, at(11)));
  }

  @Test
  void whoIsAwayIsNotTheNextHost() {
    party.lost(grace, at(9));

    party.leave(ada, at(10));

    assertThat(host()).contains(mary);
  }

  @Test
  void aHostWhoIsAwayForTooLongIsHostNoMore() {
    party.lost(ada, at(10));
    assertThat(party.nextDue()).contains(at(20));

    party.tend(at(20).minusMillis(1));
    assertThat(host()).contains(ada);

    party.tend(at(20));
    assertThat(host()).contains(grace);
    assertThat(party.member(ada)).isPresent();
  }

  @Test
  void aHostWhoComesBackInTimeStaysHost() {
    party.lost(ada, at(10));
    party.join(ada, "Ada", at(15));

    party.tend(at(40));

    assertThat(host()).contains(ada);
    assertThat(party.takeNews())
        .extracting(event -> (Object) event.what().getClass())
        .containsExactly(Happening.WentAway.class, Happening.Joined.class);
  }

  @Test
  void aHostWhoComesBackTooLateIsAMemberEvenBeforeAnybodyNoticed() {
    party.lost(ada, at(10));

    party.join(ada, "Ada", at(25));

    assertThat(host()).contains(grace);
    assertThat(party.member(ada).orElseThrow().isHere()).isTrue();
  }

  @Test
  void aHostNobodyCanReplaceStaysHostUntilSomebodyIsBack() {
    party.lost(grace, at(8));
    party.lost(mary, at(9));
    party.lost(ada, at(10));

    party.tend(at(60));
    assertThat(host()).contains(ada);

    party.join(mary, "Mary", at(61));
    assertThat(host()).contains(mary);
  }

  @Test
  void whoIsAwayForTooLongLosesTheirSeat() {
    party.lost(mary, at(10));
    assertThat(party.nextDue()).contains(at(130));

    party.tend(at(130).minusMillis(1));
    assertThat(party.member(mary)).isPresent();

    party.tend(at(130));
    assertThat(party.member(mary)).isEmpty();
    assertRefused(PartyError.NOT_IN_PARTY, () -> says(mary, "Hello?", 131));
  }

  @Test
  void onlyAConnectionBringsSomebodyBack() {
    party.lost(mary, at(10));

    party.ready(mary, true, at(11));

    assertThat(party.member(mary).orElseThrow().isHere()).isFalse();
    assertThat(party.member(mary).orElseThrow().isReady()).isTrue();
  }

  @Test
  void whoIsFoundIsBackAndStrangersAreNot() {
    party.lost(mary, at(10));

    party.found(mary, at(11));
    party.found(aUserId(), at(11));

    assertThat(party.members()).hasSize(3).allMatch(Member::isHere);
  }

  @Test
  void joiningAgainTakesTheSameSeat() {
    party.join(grace, "Amazing Grace", at(10));
    party.join(grace, "Amazing Grace", at(11));

    assertThat(party.members())
        .extracting(Member::name)
        .containsExactly("Ada", "Amazing Grace", "Mary");
    assertThat(party.member(grace).orElseThrow().joinedAt()).isEqualTo(at(1));
    only(Happening.Joined.class);
  }

  @Test
  void theFirstWhoComesToAnIdlePartyHosts() {
    party.leave(mary, at(10));
    party.leave(grace, at(10));
    party.leave(ada, at(10));
    assertThat(host()).isEmpty();

    party.join(grace, "Grace", at(11));

    assertThat(host()).contains(grace);
  }

  @Test
  void aPartyHasSoManySeatsAndNoMore() {
    for (int i = 3; i < 50; i++) {
      party.join(aUserId(), "Guest", at(10));
    }

    assertThatThrownBy(() -> party.join(aUserId(), "Guest", at(11)))
        .isInstanceOfSatisfying(
            DomainException.class,
            full -> {
              assertThat(full.code()).isEqualTo(PartyError.PARTY_FULL);
              assertThat(full.facts()).containsEntry("limit", 50);
            });
    party.join(grace, "Grace", at(11));
    party.leave(mary, at(12));
    party.join(aUserId(), "Guest", at(13));
    assertThat(party.members()).hasSize(50);
  }

  @Test
  void whoIsRemovedDoesNotComeBack() {
    party.kick(ada, grace, at(10));

    only(Happening.Kicked.class);
    assertThat(party.member(grace)).isEmpty();
    assertRefused(PartyError.REMOVED_FROM_PARTY, () -> party.join(grace, "Grace", at(11)));
  }

  @Test
  void theHostHandsOverToSomebodyWhoIsHere() {
    party.lost(mary, at(9));

    assertRefused(CommonError.NOT_FOUND, () -> party.handOver(ada, mary, at(10)));
    party.takeNews();
    party.handOver(ada, ada, at(10));
    assertThat(party.takeNews()).isEmpty();
    party.handOver(ada, grace, at(10));

    assertThat(host()).contains(grace);
    only(Happening.HostChanged.class);
    assertRefused(PartyError.NOT_THE_HOST, () -> party.play(ada, Duration.ZERO, at(11)));
  }
}
