package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.PartySamples.aConnection;
import static dev.stagedoor.domain.fixture.PartySamples.aParty;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What whoever knows the connections to members of watch parties must do. */
public interface PartyConnectionsContract extends PartyStoreContract {
  @Test
  default void connectionsAreKnownUntilTheyAreClosed() {
    Party party = onFile(aParty(aUserId()));
    Party other = onFile(aParty(aUserId()));
    UUID instance = UUID.randomUUID();
    PartyConnection one = aConnection(party.id(), instance);
    PartyConnection two = aConnection(party.id(), UUID.randomUUID());
    PartyConnection elsewhere = aConnection(other.id(), instance);
    run(
        () -> {
          connections().open(one, NOW);
          connections().open(two, NOW);
          connections().open(elsewhere, NOW);
        });

    assertThat(write(() -> connections().of(party.id()))).containsExactlyInAnyOrder(one, two);

    run(() -> connections().close(one.id()));
    run(() -> connections().close(one.id()));
    assertThat(write(() -> connections().of(party.id()))).containsExactly(two);
    assertThat(write(() -> connections().of(other.id()))).containsExactly(elsewhere);
  }

  @Test
  default void aConnectionGoesOnToAnotherParty() {
    Party party = onFile(aParty(aUserId()));
    Party other = onFile(aParty(aUserId()));
    PartyConnection one = aConnection(party.id(), UUID.randomUUID());
    PartyConnection moved = new PartyConnection(one.id(), other.id(), aUserId(), UUID.randomUUID());
    run(() -> connections().open(one, NOW));
    run(() -> connections().open(moved, NOW));

    assertThat(write(() -> connections().of(party.id()))).isEmpty();
    assertThat(write(() -> connections().of(other.id()))).containsExactly(moved);
  }

  @Test
  default void aServerIsHeardOfAgainAndAgain() {
    UUID instance = UUID.randomUUID();

    assertThat(write(() -> connections().alive(instance, NOW))).isEmpty();
    assertThat(write(() -> connections().alive(instance, NOW.plusSeconds(2)))).contains(NOW);
    assertThat(write(() -> connections().alive(instance, NOW.plusSeconds(4))))
        .contains(NOW.plusSeconds(2));
    assertThat(write(() -> connections().alive(UUID.randomUUID(), NOW.plusSeconds(5)))).isEmpty();
  }

  @Test
  default void whatSilentServersHadIsLost() {
    Party party = onFile(aParty(aUserId()));
    UUID silent = UUID.randomUUID();
    UUID alive = UUID.randomUUID();
    PartyConnection gone = aConnection(party.id(), silent);
    PartyConnection open = aConnection(party.id(), alive);
    run(
        () -> {
          connections().open(gone, NOW);
          connections().open(open, NOW);
        });
    var unused = write(() -> connections().alive(alive, NOW.plusSeconds(6)));

    assertThat(write(() -> connections().lost(NOW))).doesNotContain(gone, open);
    assertThat(write(() -> connections().lost(NOW.plusSeconds(6))))
        .contains(gone)
        .doesNotContain(open);
    assertThat(write(() -> connections().of(party.id()))).containsExactlyInAnyOrder(gone, open);
  }

  @Test
  default void aSilentServerIsForgottenOnceItHasNothing() {
    Party party = onFile(aParty(aUserId()));
    UUID silent = UUID.randomUUID();
    PartyConnection gone = aConnection(party.id(), silent);
    run(() -> connections().open(gone, NOW));
    var lost = write(() -> connections().lost(NOW.plusSeconds(6)));
    assertThat(lost).contains(gone);
    assertThat(write(() -> connections().alive(silent, NOW))).contains(NOW);

    run(() -> connections().close(gone.id()));
    assertThat(write(() -> connections().lost(NOW.plusSeconds(6)))).doesNotContain(gone);

    assertThat(write(() -> connections().alive(silent, NOW))).isEmpty();
  }

  @Test
  default void connectionsNeedAUnitOfWork() {
    Party party = onFile(aParty(aUserId()));
    PartyConnection connection = aConnection(party.id(), UUID.randomUUID());

    assertNeedsUnitOfWork(() -> connections().open(connection, NOW));
    assertNeedsUnitOfWork(() -> connections().close(connection.id()));
    assertNeedsUnitOfWork(() -> connections().of(party.id()));
    assertNeedsUnitOfWork(() -> connections().alive(connection.instance(), NOW));
    assertNeedsUnitOfWork(() -> connections().lost(NOW));
  }
}
