package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.TicketingSamples.withoutTickets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every list of tickets must do. */
public interface TicketedEventListsContract extends RepositoryContract {
  TicketedEventRepository tickets();

  TicketedEventLists lists();

  @Test
  default void whatIsToBeLookedAtComesLongestOverdueFirst() {
    TicketedEvent due = onFile(lookedAt(NOW));
    TicketedEvent overdue = onFile(lookedAt(NOW.minusSeconds(500)));
    TicketedEvent between = onFile(lookedAt(NOW.minusSeconds(5)));
    TicketedEvent later = onFile(lookedAt(NOW.plusMillis(1)));
    TicketedEvent never = onFile(withoutTickets(anAccountOnFile()));

    List<TicketedEvent> found = write(() -> lists().due(NOW, Integer.MAX_VALUE));

    assertThat(found)
        .extracting(TicketedEvent::id)
        .containsSubsequence(overdue.id(), between.id(), due.id())
        .doesNotContain(later.id(), never.id());
    assertThat(write(() -> lists().due(NOW, 2)))
        .extracting(TicketedEvent::id)
        .containsExactly(found.get(0).id(), found.get(1).id());
    assertThat(write(() -> lists().due(NOW.plusMillis(1), Integer.MAX_VALUE)))
        .extracting(TicketedEvent::id)
        .contains(later.id())
        .doesNotContain(never.id());
  }

  @Test
  default void whatWasLookedAtIsNotDueAnyMore() {
    TicketedEvent due = onFile(lookedAt(NOW));

    run(
        () -> {
          TicketedEvent found = tickets().lock(due.id()).orElseThrow();
          found.notSeen(NOW);
          tickets().save(found);
        });

    assertThat(write(() -> lists().due(NOW, Integer.MAX_VALUE)))
        .extracting(TicketedEvent::id)
        .doesNotContain(due.id());
  }

  @Test
  default void listedTicketsAreAsTheyAreKeptAndChangeNothing() {
    TicketedEvent due = onFile(lookedAt(NOW));

    run(() -> lists().due(NOW, Integer.MAX_VALUE).forEach(found -> found.notSeen(NOW)));

    assertThat(write(() -> lists().due(NOW, Integer.MAX_VALUE)))
        .filteredOn(found -> found.id().equals(due.id()))
        .singleElement()
        .extracting(TicketedEvent::snapshot)
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(due.snapshot());
  }

  @Test
  default void listsNeedAUnitOfWork() {
    assertNeedsUnitOfWork(() -> lists().due(NOW, 1));
  }

  private TicketedEvent onFile(TicketedEvent some) {
    run(() -> tickets().add(some));
    return some;
  }

  private TicketedEvent lookedAt(Instant next) {
    return TicketedEvent.restore(
        new TicketedEvent.Snapshot(
            aSubject(),
            anAccountOnFile(),
            TicketingStatus.ACTIVE,
            SANDBOX,
            aRef(),
            null,
            null,
            true,
            SaleStatus.LIVE,
            NOW,
            null,
            1,
            next,
            NOW,
            NOW,
            0));
  }
}
