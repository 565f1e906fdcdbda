package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ChatLineRepositoryContract;
import dev.stagedoor.domain.contract.PartyConnectionsContract;
import dev.stagedoor.domain.contract.PartyRepositoryContract;
import java.util.function.Supplier;

class InMemoryPartyRepositoryTest
    implements PartyRepositoryContract, ChatLineRepositoryContract, PartyConnectionsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryParties kept = InMemoryParties.in(store);

  @Override
  public InMemoryPartyRepository parties() {
    return kept.parties();
  }

  @Override
  public InMemoryChatLineRepository lines() {
    return kept.lines();
  }

  @Override
  public InMemoryPartyConnections connections() {
    return kept.connections();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
