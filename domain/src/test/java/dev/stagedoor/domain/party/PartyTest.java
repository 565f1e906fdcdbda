package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.PartySamples.aFilm;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is watched and said at a party, who keeps order there, and how it ends. */
class PartyTest extends PartyScene {

  @Test
  void onlyTheHostMovesWhatIsWatched() {
    party.play(ada, Duration.ofMinutes(30), at(10));

    assertThat(party.playback().positionAt(at(12))).isEqualTo(Duration.ofSeconds(1802));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.play(grace, Duration.ZERO, at(12)));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.pause(grace, Duration.ZERO, at(12)));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.seek(grace, Duration.ZERO, at(12)));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.change(grace, aFilm(), at(12)));
    assertRefused(PartyError.NOT_IN_PARTY, () -> party.play(aUserId(), Duration.ZERO, at(12)));
    only(Happening.Moved.class);
  }

  @Test
  void seekingGoesOnAsBefore() {
    party.seek(ada, Duration.ofSeconds(5), at(10));
    assertThat(party.playback().isPlaying()).isFalse();

    party.play(ada, Duration.ofSeconds(5), at(10));
    party.seek(ada, Duration.ofSeconds(50), at(11));
    assertThat(party.playback()).isEqualTo(new Playback(true, Duration.ofSeconds(50), at(11)));

    party.pause(ada, Duration.ofSeconds(51), at(12));
    assertThat(party.playback().positionAt(at(99))).isEqualTo(Duration.ofSeconds(51));
  }

  @Test
  void somethingElseStandsAtItsBeginningAndNobodyIsReadyForIt() {
    party.play(ada, Duration.ofMinutes(30), at(10));
    party.ready(grace, true, at(10));

    party.change(ada, aFilm(), at(11));

    assertThat(party.playback()).isEqualTo(Playback.atTheBeginning(at(11)));
    assertThat(party.members()).noneMatch(Member::isReady);
  }

  @Test
  void whoIsNotReadyHoldsNobodyUp() {
    party.ready(ada, true, at(9));

    party.play(ada, Duration.ZERO, at(10));

    assertThat(party.playback().isPlaying()).isTrue();
    assertThat(party.member(mary).orElseThrow().isReady()).isFalse();
  }

  @Test
  void whoIsReadyIsToldOnce() {
    party.ready(grace, true, at(9));
    party.ready(grace, true, at(10));

    only(Happening.Ready.class);
  }

  @Test
  void whatWasWatchedGoesOnWithoutItsHost() {
    party.play(ada, Duration.ZERO, at(10));

    party.leave(ada, at(20));

    assertThat(party.playback().positionAt(at(25))).isEqualTo(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u0000", "\u202E", "\uD800"})
  void nobodyIsNameless(String name) {
    assertRefused(CommonError.INVALID_VALUE, () -> party.join(aUserId(), name, at(10)));
    assertRefused(CommonError.INVALID_VALUE, () -> says(ada, name, 10));
  }

  @Test
  void namesAndLinesAreOnlySoLong() {
    party.join(aUserId(), "😀".repeat(60), at(10));
    assertRefused(CommonError.INVALID_VALUE, () -> party.join(aUserId(), "x".repeat(61), at(10)));

    assertThat(says(ada, " " + "x".repeat(500), 10).text()).hasSize(500);
    assertRefused(CommonError.INVALID_VALUE, () -> says(ada, "x".repeat(501), 10));
  }

  @Test
  void whatIsSaidHasItsAuthorAndItsNumber() {
    ChatLine line = says(grace, "Great\nscene!", 10);

    assertThat(line.text()).isEqualTo("Great scene!");
    assertThat(line.name()).isEqualTo("Grace");
    assertThat(line.author()).isEqualTo(grace);
    assertThat(line.sequence()).isEqualTo(party.sequence()).isEqualTo(5);
    only(Happening.Said.class);
  }

  @Test
  void nobodyWritesFasterThanOthersRead() {
    for (int i = 0; i < 5; i++) {
      says(grace, "Line " + i, 10 + i);
    }

    assertThatThrownBy(() -> party.say(grace, new LineId(UUID.randomUUID()), "6", at(14)))
        .isInstanceOfSatisfying(
            DomainException.class,
            fast -> {
              assertThat(fast.code()).isEqualTo(PartyError.TOO_FAST);
              assertThat(fast.facts()).containsEntry("retryAfter", 6L);
            });
    says(mary, "I may", 14);
    says(grace, "Line 5", 20);
    assertRefused(PartyError.TOO_FAST, () -> says(grace, "Line 6", 20));
  }

  @Test
  void leavingAndComingBackMakesNobodyFaster() {
    for (int i = 0; i < 5; i++) {
      says(grace, "Line " + i, 10);
    }
    party.leave(grace, at(11));
    party.join(grace, "Grace", at(11));

    assertRefused(PartyError.TOO_FAST, () -> says(grace, "Again", 11));
  }

  @Test
  void linesAreRemovedByTheirAuthorAndByTheHost() {
    ChatLine line = says(grace, "Oops", 10);

    assertRefused(PartyError.NOT_THE_HOST, () -> party.remove(mary, line, at(11)));
    assertRefused(PartyError.NOT_IN_PARTY, () -> party.remove(aUserId(), line, at(11)));
    party.takeNews();
    party.remove(grace, line, at(11));
    only(Happening.LineRemoved.class);
    party.remove(ada, line, at(11));
    only(Happening.LineRemoved.class);
  }

  @Test
  void whoIsMutedReadsButDoesNotWriteNotEvenAfterComingBack() {
    party.mute(ada, grace, true, at(10));
    party.mute(ada, grace, true, at(10));

    only(Happening.Muted.class);
    assertRefused(PartyError.MUTED, () -> says(grace, "But", 11));
    party.leave(grace, at(12));
    party.join(grace, "Grace", at(13));
    assertThat(party.isMuted(grace)).isTrue();
    assertRefused(PartyError.MUTED, () -> says(grace, "But", 14));

    party.mute(ada, grace, false, at(15));
    assertThat(says(grace, "Thanks", 16).text()).isEqualTo("Thanks");
  }

  @Test
  void onlyTheHostKeepsOrderAndNotAgainstThemselves() {
    assertRefused(PartyError.NOT_THE_HOST, () -> party.mute(grace, mary, true, at(10)));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.kick(grace, mary, at(10)));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.handOver(grace, mary, at(10)));
    assertRefused(PartyError.NOT_THE_HOST, () -> party.end(grace, at(10)));
    assertRefused(CommonError.NOT_ALLOWED, () -> party.mute(ada, ada, true, at(10)));
    assertRefused(CommonError.NOT_ALLOWED, () -> party.kick(ada, ada, at(10)));
    assertRefused(CommonError.NOT_FOUND, () -> party.mute(ada, aUserId(), true, at(10)));
    assertRefused(CommonError.NOT_FOUND, () -> party.kick(ada, aUserId(), at(10)));
    assertRefused(CommonError.NOT_FOUND, () -> party.handOver(ada, aUserId(), at(10)));
    assertThat(party.takeNews()).isEmpty();
  }

  @Test
  void onceItHasEndedNothingHappens() {
    party.play(ada, Duration.ZERO, at(10));
    party.end(ada, at(20));
    party.takeNews();

    assertThat(party.playback()).isEqualTo(new Playback(false, Duration.ofSeconds(10), at(20)));
    assertThat(party.nextDue()).isEmpty();
    assertRefused(PartyError.PARTY_ENDED, () -> party.join(grace, "Grace", at(21)));
    assertRefused(PartyError.PARTY_ENDED, () -> says(grace, "Oh", 21));
    party.lost(grace, at(22));
    party.leave(grace, at(22));
    party.found(grace, at(22));
    party.replace(at(22));
    party.tend(at(1_000_000));
    assertThat(party.takeNews()).isEmpty();
    assertThat(party.endedAt()).contains(at(20));
  }

  @Test
  void aPartyNobodyIsAtEndsAfterAWhile() {
    party.leave(mary, at(10));
    party.leave(grace, at(10));
    party.lost(ada, at(20));
    assertThat(party.nextDue()).contains(at(140));
    party.tend(at(140));
    assertThat(party.nextDue()).contains(at(620));

    party.tend(at(620).minusMillis(1));
    assertThat(party.endedAt()).isEmpty();
    party.takeNews();

    party.tend(at(620));
    assertThat(party.takeNews())
        .extracting(PartyEvent::what)
        .containsExactly(new Happening.Ended(Happening.Why.EMPTY));
  }

  @Test
  void aPartySomebodyCameBackToDoesNot() {
    party.lost(mary, at(10));
    party.lost(grace, at(10));
    party.lost(ada, at(10));
    party.join(mary, "Mary", at(100));

    party.tend(at(700));

    assertThat(party.endedAt()).isEmpty();
    assertThat(party.members()).extracting(Member::user).containsExactly(mary);
  }

  @Test
  void noPartyLastsForEver() {
    Instant end = NOW.plus(Duration.ofHours(12));
    assertThat(party.nextDue()).contains(end);

    assertRefused(PartyError.PARTY_ENDED, () -> party.play(ada, Duration.ZERO, end));
    assertThat(party.takeNews())
        .extracting(PartyEvent::what)
        .containsExactly(new Happening.Ended(Happening.Why.OVER));
  }
}
