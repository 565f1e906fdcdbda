package dev.stagedoor.domain.party;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import org.junit.jupiter.api.Test;

class TalkTest {
  private final UserId ada = aUserId();
  private final UserId grace = aUserId();

  @Test
  void whoIsMutedIsLetAgainOnceTheyAreMutedNoMore() {
    Talk quiet = Talk.silence().muting(grace, true).muting(grace, true);

    quiet.mustLet(ada);
    assertRefused(PartyError.MUTED, () -> quiet.mustLet(grace));
    assertThat(quiet.muting(grace, false)).isEqualTo(Talk.silence());
  }

  @Test
  void everybodyMayWriteSoManyLinesInAWhile() {
    Talk talk = Talk.silence();
    for (int i = 0; i < PartyRules.standard().mostLines(); i++) {
      talk = talk.with(grace, NOW.plusSeconds(i));
    }
    Talk busy = talk;

    assertRefused(PartyError.TOO_FAST, () -> busy.with(grace, NOW.plusSeconds(10).minusMillis(1)));
    assertThat(busy.with(ada, NOW.plusSeconds(9)).spoken()).hasSize(6);
    assertThat(busy.with(grace, NOW.plusSeconds(10)).spoken()).hasSize(5);
  }

  @Test
  void whatWasWrittenLongAgoIsForgottenAtTheNextLine() {
    Talk old = Talk.silence().with(ada, NOW).with(grace, NOW);

    Talk next = old.with(grace, NOW.plusSeconds(10));

    assertThat(next.spoken()).containsExactly(new Talk.Spoken(grace, NOW.plusSeconds(10)));
    assertThat(old.spoken()).hasSize(2);
  }
}
