package dev.stagedoor.persistence.ticketing;

import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.TicketingSamples.aConnection;
import static dev.stagedoor.domain.fixture.TicketingSamples.ticketsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.TicketingConnectionRepositoryContract;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTicketingConnectionRepositoryTest implements TicketingConnectionRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public TicketingConnectionRepository connections() {
    return OPEN.ports().ticketing().connections();
  }

  @Override
  public TicketedEventRepository tickets() {
    return OPEN.ports().ticketing().tickets();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void aSecretIsReadableForItsOwnerAndSystemAlone() {
    TicketingConnection mine = aConnection(anAccountOnFile(), SANDBOX);
    TicketingConnection others = aConnection(anAccountOnFile(), SANDBOX);
    run(() -> connections().put(mine));
    run(() -> connections().put(others));
    OPEN.database()
        .run(
            """
            update ticketing_connections set secret =
              (select secret from ticketing_connections where id = '%s') where id = '%s'
            """
                .formatted(others.id().value(), mine.id().value()));

    assertThat(write(() -> connections().find(others.id()))).contains(others);
    assertThatThrownBy(() -> run(() -> connections().find(mine.id())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("changed or moved")
        .hasMessageNotContaining(others.secret().reveal());
    run(() -> connections().remove(mine.id()));
  }

  @Test
  void aConnectionIsRemovedWhileNewsOfItsSaleComeIn() {
    UserId owner = anAccountOnFile();
    TicketingConnection connection = aConnection(owner, SANDBOX);
    ProviderRef sale = aRef();
    List<TicketedEvent> following = new ArrayList<>();
    run(() -> connections().put(connection));
    for (int i = 0; i < 20; i++) {
      TicketedEvent tickets = ticketsOf(owner, sale, Optional.of(connection.id()));
      run(() -> tickets().add(tickets));
      following.add(tickets);
    }
    AtomicInteger contenders = new AtomicInteger();

    Race.of(
        8,
        () -> {
          if (contenders.getAndIncrement() == 4) {
            run(() -> connections().remove(connection.id()));
          } else {
            run(
                () ->
                    tickets()
                        .lock(sale, Optional.empty())
                        .forEach(
                            found -> {
                              found.notSeen(found.changedAt());
                              tickets().save(found);
                            }));
          }
          return true;
        });

    for (TicketedEvent tickets : following) {
      TicketedEvent.Snapshot stored =
          write(() -> tickets().find(tickets.id()).orElseThrow()).snapshot();
      assertThat(stored.connection()).isNull();
      assertThat(stored.looks()).isEqualTo(7);
      assertThat(stored.version()).isEqualTo(9);
    }
  }
}
