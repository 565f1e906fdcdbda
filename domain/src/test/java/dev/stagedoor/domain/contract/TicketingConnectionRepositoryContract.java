package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.TicketingSamples.aConnection;
import static dev.stagedoor.domain.fixture.TicketingSamples.aConnectionId;
import static dev.stagedoor.domain.fixture.TicketingSamples.ticketsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of connections to ticketing systems must do. */
public interface TicketingConnectionRepositoryContract extends RepositoryContract {
  ProviderId HI_EVENTS = new ProviderId("hi-events");
  ProviderId HI_EVENTS_2 = new ProviderId("hi2");

  TicketingConnectionRepository connections();

  /** Returns where the tickets are kept that follow connections. */
  TicketedEventRepository tickets();

  @Test
  default void anUnknownConnectionIsAbsent() {
    onFile(aConnection(anAccountOnFile(), SANDBOX));

    assertThat(write(() -> connections().find(aConnectionId()))).isEmpty();
    assertThat(write(() -> connections().of(aUserId()))).isEmpty();
    run(() -> connections().remove(aConnectionId()));
  }

  @Test
  default void aConnectionComesBackAsItWasPut() {
    TicketingConnection put = aConnection(anAccountOnFile(), SANDBOX);
    TicketingConnection odd =
        aConnection(anAccountOnFile(), SANDBOX).signedBy(Secret.of("नमस्ते: \"sixteen\" at least"));

    assertThat(write(() -> connections().put(put))).isEqualTo(put);
    assertThat(write(() -> connections().put(odd))).isEqualTo(odd);
    assertThat(stored(put.id())).contains(put);
    assertThat(stored(odd.id())).contains(odd);
  }

  @Test
  default void whatSomebodyConnectedComesInTheOrderOfTheNamesAndNobodyElses() {
    UserId owner = anAccountOnFile();
    TicketingConnection sandbox = onFile(aConnection(owner, SANDBOX));
    TicketingConnection second = onFile(aConnection(owner, HI_EVENTS_2));
    TicketingConnection first = onFile(aConnection(owner, HI_EVENTS));
    onFile(aConnection(anAccountOnFile(), HI_EVENTS));

    assertThat(write(() -> connections().of(owner))).containsExactly(first, second, sandbox);
  }

  @Test
  default void aSecondConnectionOfSomebodyAtOneSystemIsTheFirstWithAnotherSecret() {
    UserId owner = anAccountOnFile();
    TicketingConnection first = onFile(aConnection(owner, SANDBOX));
    TicketingConnection elsewhere = onFile(aConnection(owner, HI_EVENTS));
    TicketingConnection others = onFile(aConnection(anAccountOnFile(), SANDBOX));
    TicketingConnection again = aConnection(owner, SANDBOX);

    assertThat(write(() -> connections().put(again))).isEqualTo(first.signedBy(again.secret()));

    assertThat(stored(first.id())).contains(first.signedBy(again.secret()));
    assertThat(stored(again.id())).isEmpty();
    assertThat(stored(elsewhere.id())).contains(elsewhere);
    assertThat(stored(others.id())).contains(others);
  }

  @Test
  default void ofConcurrentPutsOneConnectionComesToBe() {
    UserId owner = anAccountOnFile();

    List<ConnectionId> told =
        Race.of(6, () -> write(() -> connections().put(aConnection(owner, SANDBOX))).id());

    assertThat(write(() -> connections().of(owner)))
        .singleElement()
        .satisfies(kept -> assertThat(told).containsOnly(kept.id()));
  }

  @Test
  default void aRemovedConnectionIsGoneAndWhatFollowedItFollowsTheOperators() {
    UserId owner = anAccountOnFile();
    TicketingConnection removed = onFile(aConnection(owner, SANDBOX));
    TicketingConnection kept = onFile(aConnection(owner, HI_EVENTS));
    TicketedEvent first = onFile(ticketsOf(owner, aRef(), Optional.of(removed.id())));
    TicketedEvent second = onFile(ticketsOf(owner, aRef(), Optional.of(removed.id())));
    TicketedEvent bystander = onFile(ticketsOf(owner, aRef(), Optional.of(kept.id())));
    TicketedEvent operators = onFile(ticketsOf(owner, aRef()));
    TicketedEvent seenBefore = write(() -> tickets().find(first.id()).orElseThrow());

    run(() -> connections().remove(removed.id()));
    run(() -> connections().remove(removed.id()));

    assertThat(stored(removed.id())).isEmpty();
    assertThat(write(() -> connections().of(owner))).containsExactly(kept);
    assertThat(followed(first)).isEmpty();
    assertThat(followed(second)).isEmpty();
    assertThat(followed(bystander)).contains(kept.id());
    assertThat(followed(operators)).isEmpty();
    assertThat(write(() -> tickets().find(first.id()).orElseThrow()).sale())
        .isEqualTo(first.sale());
    assertThat(write(() -> tickets().find(operators.id()).orElseThrow()).version()).isEqualTo(1);
    assertStale(() -> run(() -> tickets().save(seenBefore)));
  }

  @Test
  default void oneThatWasRemovedCanBeMadeAgain() {
    UserId owner = anAccountOnFile();
    TicketingConnection removed = onFile(aConnection(owner, SANDBOX));
    run(() -> connections().remove(removed.id()));
    TicketingConnection next = onFile(aConnection(owner, SANDBOX));

    assertThat(write(() -> connections().of(owner))).containsExactly(next);
  }

  @Test
  default void aFailedUnitOfWorkChangesNothing() {
    UserId owner = anAccountOnFile();
    TicketingConnection kept = onFile(aConnection(owner, SANDBOX));
    TicketingConnection added = aConnection(owner, HI_EVENTS);
    TicketedEvent following = onFile(ticketsOf(owner, aRef(), Optional.of(kept.id())));

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      connections().put(added);
                      connections().remove(kept.id());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> connections().of(owner))).containsExactly(kept);
    assertThat(followed(following)).contains(kept.id());
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    TicketingConnection connection = aConnection(anAccountOnFile(), SANDBOX);

    assertNeedsUnitOfWork(() -> connections().find(connection.id()));
    assertNeedsUnitOfWork(() -> connections().of(connection.owner()));
    assertNeedsUnitOfWork(() -> connections().put(connection));
    assertNeedsUnitOfWork(() -> connections().remove(connection.id()));
  }

  private TicketingConnection onFile(TicketingConnection connection) {
    return write(() -> connections().put(connection));
  }

  private TicketedEvent onFile(TicketedEvent some) {
    run(() -> tickets().add(some));
    return some;
  }

  private Optional<TicketingConnection> stored(ConnectionId id) {
    return write(() -> connections().find(id));
  }

  private Optional<ConnectionId> followed(TicketedEvent by) {
    return write(() -> tickets().find(by.id()).orElseThrow()).connection();
  }
}
