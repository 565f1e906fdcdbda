package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TicketingSamples.aTicketedEventId;
import static dev.stagedoor.domain.fixture.TicketingSamples.aUse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of sessions between applications must do. */
public interface CrossAppAuditContract extends RepositoryContract {
  PageRequest EVERYTHING = new PageRequest(1, PageRequest.MAX_LIMIT);

  CrossAppAudit audit();

  @Test
  default void aUseComesBackAsItWasAdded() {
    CrossAppUse bare = onFile(aUse(NOW));
    for (CrossAppUse.Action action : CrossAppUse.Action.values()) {
      CrossAppUse full =
          onFile(
              new CrossAppUse(
                  UUID.randomUUID(),
                  NOW.plusSeconds(1),
                  action,
                  Optional.of(UUID.randomUUID()),
                  Optional.of(anAccountOnFile()),
                  Optional.of(anAccountOnFile()),
                  Optional.of(aTicketedEventId()),
                  Optional.empty(),
                  "zoë's \"app\"",
                  "2001:db8::1"));
      assertThat(all()).contains(full);
    }

    assertThat(all()).contains(bare);
  }

  @Test
  default void usesComeNewestFirstAPageAtATime() {
    // Far ahead, so that they come before everybody else's.
    Instant then = NOW.plus(Duration.ofDays(1000));
    CrossAppUse middle = onFile(aUse(then.plusSeconds(1)));
    CrossAppUse oldest = onFile(aUse(then));
    CrossAppUse newest = onFile(aUse(then.plusSeconds(2)));

    Page<CrossAppUse> first = write(() -> audit().list(new PageRequest(1, 2)));
    Page<CrossAppUse> second = write(() -> audit().list(new PageRequest(2, 2)));

    assertThat(first.items()).containsExactly(newest, middle);
    assertThat(second.items()).startsWith(oldest);
    assertThat(first.total()).isEqualTo(second.total()).isEqualTo(all().size());
    run(() -> audit().purge(then.plusSeconds(3)));
  }

  @Test
  default void whatIsOlderThanATimeIsRemovedAndTheRestIsNot() {
    // Long ago, so that nobody else's are older.
    Instant then = NOW.minus(Duration.ofDays(1000));
    CrossAppUse old = onFile(aUse(then.minusMillis(1)));
    CrossAppUse kept = onFile(aUse(then));

    assertThat(write(() -> audit().purge(then))).isEqualTo(1);
    assertThat(write(() -> audit().purge(then))).isZero();

    assertThat(all()).contains(kept).doesNotContain(old);
  }

  @Test
  default void aFailedUnitOfWorkLeavesNoRecord() {
    CrossAppUse use = aUse(NOW);

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      audit().add(use);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(all()).doesNotContain(use);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> audit().add(aUse(NOW)));
    assertNeedsUnitOfWork(() -> audit().list(EVERYTHING));
    assertNeedsUnitOfWork(() -> audit().purge(NOW));
  }

  private CrossAppUse onFile(CrossAppUse use) {
    run(() -> audit().add(use));
    return use;
  }

  private List<CrossAppUse> all() {
    return write(() -> audit().list(EVERYTHING)).items();
  }
}
