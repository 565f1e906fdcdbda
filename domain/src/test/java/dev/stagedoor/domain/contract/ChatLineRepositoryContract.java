package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.PartySamples.aLine;
import static dev.stagedoor.domain.fixture.PartySamples.aParty;
import static dev.stagedoor.domain.fixture.PartySamples.aPartyId;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Party;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of what is written in watch parties must do. */
public interface ChatLineRepositoryContract extends PartyStoreContract {
  @Test
  default void linesComeBackInTheirOrderTheLastOfThem() {
    Party party = onFile(aParty(aUserId()));
    Party other = onFile(aParty(aUserId()));
    run(
        () -> {
          lines().add(aLine(party.id(), 20));
          lines().add(aLine(party.id(), 10));
          lines().add(aLine(party.id(), 30));
          lines().add(aLine(other.id(), 40));
        });

    assertThat(write(() -> lines().last(party.id(), 2)))
        .extracting(ChatLine::sequence)
        .containsExactly(20L, 30L);
    assertThat(write(() -> lines().last(party.id(), 50))).hasSize(3);
    assertThat(write(() -> lines().last(aPartyId(), 50))).isEmpty();
  }

  @Test
  default void aLineComesBackAsItWasAddedAndOnlyInItsParty() {
    Party party = onFile(aParty(aUserId()));
    Party other = onFile(aParty(aUserId()));
    ChatLine line = aLine(party.id(), 7);
    run(() -> lines().add(line));

    assertThat(write(() -> lines().find(party.id(), line.id()))).contains(line);
    assertThat(write(() -> lines().find(other.id(), line.id()))).isEmpty();
    assertThat(write(() -> lines().find(party.id(), new LineId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  default void aRemovedLineIsGoneAndOthersStay() {
    Party party = onFile(aParty(aUserId()));
    ChatLine line = aLine(party.id(), 7);
    ChatLine stays = aLine(party.id(), 8);
    run(
        () -> {
          lines().add(line);
          lines().add(stays);
        });

    run(() -> lines().remove(aPartyId(), line.id()));
    assertThat(write(() -> lines().last(party.id(), 9))).containsExactly(line, stays);

    run(() -> lines().remove(party.id(), line.id()));
    run(() -> lines().remove(party.id(), line.id()));
    assertThat(write(() -> lines().last(party.id(), 9))).containsExactly(stays);
  }

  @Test
  default void linesNeedAUnitOfWork() {
    Party party = onFile(aParty(aUserId()));
    ChatLine line = aLine(party.id(), 1);

    assertNeedsUnitOfWork(() -> lines().add(line));
    assertNeedsUnitOfWork(() -> lines().find(party.id(), line.id()));
    assertNeedsUnitOfWork(() -> lines().remove(party.id(), line.id()));
    assertNeedsUnitOfWork(() -> lines().last(party.id(), 1));
  }
}
