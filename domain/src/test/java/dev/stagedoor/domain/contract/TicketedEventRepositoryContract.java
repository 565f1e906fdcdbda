package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.TicketingSamples.aConnection;
import static dev.stagedoor.domain.fixture.TicketingSamples.aTicketedEventId;
import static dev.stagedoor.domain.fixture.TicketingSamples.ticketsOf;
import static dev.stagedoor.domain.fixture.TicketingSamples.withoutTickets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of tickets must do. */
public interface TicketedEventRepositoryContract extends RepositoryContract {
  TicketedEventRepository tickets();

  /** Returns where the connections are kept that tickets follow. */
  TicketingConnectionRepository connections();

  @Test
  default void unknownTicketsAreAbsent() {
    onFile(ticketsOf(anAccountOnFile(), aRef()));

    assertThat(write(() -> tickets().find(aTicketedEventId()))).isEmpty();
    assertThat(write(() -> tickets().lock(aTicketedEventId()))).isEmpty();
    assertThat(locked(aRef(), Optional.of(aTicketedEventId()))).isEmpty();
  }

  @Test
  default void ticketsComeBackAsTheyWereAdded() {
    UserId owner = anAccountOnFile();
    TicketedEvent none = onFile(withoutTickets(owner));
    TicketedEvent begun = withoutTickets(owner);
    begun.enable(new ProviderId("pretix"), NOW.plusSeconds(1));
    onFile(begun);
    TicketedEvent full =
        onFile(
            TicketedEvent.restore(
                new TicketedEvent.Snapshot(
                    aSubject(),
                    owner,
                    TicketingStatus.INACTIVE,
                    SANDBOX,
                    ProviderRef.of("sandbox", "zoë/light-नमस्ते"),
                    aConnectionOnFile(owner),
                    URI.create("https://tickets.example.org/zo%C3%AB?a=b#c"),
                    true,
                    SaleStatus.INACTIVE,
                    NOW.plusSeconds(2),
                    NOW.plusSeconds(3),
                    4,
                    NOW.plusSeconds(5),
                    NOW,
                    NOW.plusSeconds(6),
                    0)));

    for (TicketedEvent added : List.of(none, begun, full)) {
      assertSame(stored(added.id()), added);
      assertSame(write(() -> tickets().lock(added.id()).orElseThrow()), added);
      assertThat(stored(added.id()).version()).isEqualTo(1);
    }
    assertSame(locked(full.sale().orElseThrow(), Optional.empty()).get(0), full);
  }

  @Test
  default void allThatOneSaleIsForComeWithOneMoreInTheOrderOfTheirIds() {
    UserId owner = anAccountOnFile();
    ProviderRef sale = aRef();
    List<TicketedEvent> wanted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      wanted.add(onFile(ticketsOf(owner, sale)));
      onFile(ticketsOf(owner, aRef()));
    }
    onFile(ticketsOf(owner, new ProviderRef(new ProviderId("other"), sale.value())));
    TicketedEvent more = onFile(withoutTickets(anAccountOnFile()));

    assertThat(locked(sale, Optional.empty()))
        .extracting(TicketedEvent::id)
        .containsExactlyElementsOf(inOrder(wanted));
    assertThat(locked(sale, Optional.of(wanted.get(0).id())))
        .extracting(TicketedEvent::id)
        .containsExactlyElementsOf(inOrder(wanted));
    assertThat(locked(aRef(), Optional.of(more.id())))
        .extracting(TicketedEvent::id)
        .containsExactly(more.id());
    wanted.add(more);
    assertThat(locked(sale, Optional.of(more.id())))
        .extracting(TicketedEvent::id)
        .containsExactlyElementsOf(inOrder(wanted));
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    UserId owner = anAccountOnFile();
    TicketedEvent added = onFile(withoutTickets(owner));
    ProviderRef sale = aRef();
    ConnectionId via = aConnectionOnFile(owner);
    change(
        added.id(),
        tickets -> {
          tickets.enable(SANDBOX, NOW.plusSeconds(1));
          tickets.link(sale, Optional.of(via), NOW.plusSeconds(2));
          tickets.told(
              Optional.of(SaleStatus.LIVE),
              Optional.of(URI.create("https://tickets.example.org/1")),
              NOW.plusSeconds(3),
              NOW.plusSeconds(4));
        });

    TicketedEvent active = stored(added.id());
    assertThat(active.status()).isEqualTo(TicketingStatus.ACTIVE);
    assertThat(active.sale()).contains(sale);
    assertThat(active.connection()).contains(via);
    assertThat(active.page()).contains(URI.create("https://tickets.example.org/1"));
    assertThat(active.told()).contains(SaleStatus.LIVE);
    assertThat(active.toldAt()).contains(NOW.plusSeconds(3));
    assertThat(active.changedAt()).isEqualTo(NOW.plusSeconds(4));
    assertThat(active.version()).isEqualTo(2);
  }

  @Test
  default void whatIsGivenUpIsForgotten() {
    UserId owner = anAccountOnFile();
    ProviderRef sale = aRef();
    TicketedEvent added = onFile(ticketsOf(owner, sale, Optional.of(aConnectionOnFile(owner))));

    change(added.id(), tickets -> tickets.cancel(NOW.plusSeconds(7)));

    TicketedEvent.Snapshot stored = stored(added.id()).snapshot();
    assertThat(stored.status()).isEqualTo(TicketingStatus.NONE);
    assertThat(stored)
        .extracting(
            TicketedEvent.Snapshot::provider,
            TicketedEvent.Snapshot::sale,
            TicketedEvent.Snapshot::connection,
            TicketedEvent.Snapshot::nextLookAt)
        .containsOnlyNulls();
    assertThat(locked(sale, Optional.empty())).isEmpty();
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    ProviderRef sale = aRef();
    TicketedEvent added = onFile(ticketsOf(anAccountOnFile(), sale));
    added.cancel(NOW);
    run(
        () -> {
          tickets().find(added.id()).orElseThrow().cancel(NOW);
          tickets().lock(added.id()).orElseThrow().cancel(NOW);
          tickets().lock(sale, Optional.empty()).forEach(found -> found.cancel(NOW));
        });

    assertThat(stored(added.id()).status()).isEqualTo(TicketingStatus.SETUP);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    TicketedEvent added = onFile(withoutTickets(anAccountOnFile()));
    TicketedEvent mine = stored(added.id());
    change(added.id(), tickets -> tickets.enable(SANDBOX, NOW.plusSeconds(1)));
    mine.enable(new ProviderId("other"), NOW.plusSeconds(2));

    assertStale(() -> run(() -> tickets().save(mine)));

    assertThat(stored(added.id()).provider()).contains(SANDBOX);
  }

  @Test
  default void ticketsThatAreThereAreNotAddedAgain() {
    TicketedEvent added = onFile(ticketsOf(anAccountOnFile(), aRef()));
    TicketedEvent again = TicketedEvent.without(added.subject(), anAccountOnFile(), NOW);

    assertStale(() -> run(() -> tickets().add(again)));

    assertSame(stored(added.id()), added);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    TicketedEvent changed = onFile(withoutTickets(anAccountOnFile()));
    TicketedEvent added = withoutTickets(anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      tickets().add(added);
                      TicketedEvent found = tickets().lock(changed.id()).orElseThrow();
                      found.enable(SANDBOX, NOW);
                      tickets().save(found);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> tickets().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).status()).isEqualTo(TicketingStatus.NONE);
  }

  @Test
  default void changesUnderEitherLockAreNeverLost() {
    ProviderRef sale = aRef();
    TicketedEvent added = onFile(ticketsOf(anAccountOnFile(), sale));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 4; i++) {
            change(added.id(), tickets -> tickets.notSeen(NOW));
            run(
                () ->
                    tickets()
                        .lock(sale, Optional.of(added.id()))
                        .forEach(
                            found -> {
                              found.notSeen(NOW);
                              tickets().save(found);
                            }));
          }
          return true;
        });

    assertThat(stored(added.id()).snapshot().looks()).isEqualTo(32);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    TicketedEvent some = withoutTickets(anAccountOnFile());

    assertNeedsUnitOfWork(() -> tickets().find(some.id()));
    assertNeedsUnitOfWork(() -> tickets().lock(some.id()));
    assertNeedsUnitOfWork(() -> tickets().lock(aRef(), Optional.empty()));
    assertNeedsUnitOfWork(() -> tickets().add(some));
    assertNeedsUnitOfWork(() -> tickets().save(some));
  }

  private ConnectionId aConnectionOnFile(UserId owner) {
    TicketingConnection connection = aConnection(owner, SANDBOX);
    return write(() -> connections().put(connection)).id();
  }

  private TicketedEvent onFile(TicketedEvent some) {
    run(() -> tickets().add(some));
    return some;
  }

  private TicketedEvent stored(TicketedEventId id) {
    return write(() -> tickets().find(id).orElseThrow());
  }

  private List<TicketedEvent> locked(ProviderRef sale, Optional<TicketedEventId> also) {
    return write(() -> tickets().lock(sale, also));
  }

  private void change(TicketedEventId id, Consumer<TicketedEvent> change) {
    run(
        () -> {
          TicketedEvent found = tickets().lock(id).orElseThrow();
          change.accept(found);
          tickets().save(found);
        });
  }

  private static List<TicketedEventId> inOrder(List<TicketedEvent> some) {
    return some.stream()
        .map(TicketedEvent::id)
        .sorted(Comparator.comparing(id -> id.value().toString()))
        .toList();
  }

  private static void assertSame(TicketedEvent actual, TicketedEvent expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
