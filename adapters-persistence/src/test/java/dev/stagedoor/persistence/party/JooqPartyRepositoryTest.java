package dev.stagedoor.persistence.party;

import dev.stagedoor.domain.contract.ChatLineRepositoryContract;
import dev.stagedoor.domain.contract.PartyConnectionsContract;
import dev.stagedoor.domain.contract.PartyRepositoryContract;
import dev.stagedoor.domain.party.port.ChatLineRepository;
import dev.stagedoor.domain.party.port.PartyConnections;
import dev.stagedoor.domain.party.port.PartyRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPartyRepositoryTest
    implements PartyRepositoryContract, ChatLineRepositoryContract, PartyConnectionsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PartyRepository parties() {
    return OPEN.ports().party().parties();
  }

  @Override
  public ChatLineRepository lines() {
    return OPEN.ports().party().lines();
  }

  @Override
  public PartyConnections connections() {
    return OPEN.ports().party().connections();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
