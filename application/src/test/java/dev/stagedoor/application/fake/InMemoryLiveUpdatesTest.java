package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.LiveUpdatesContract;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryLiveUpdatesTest implements LiveUpdatesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryLiveUpdates updates = new InMemoryLiveUpdates(store);

  @Override
  public InMemoryLiveUpdates updates() {
    return updates;
  }

  @Override
  public InMemoryLiveUpdates feed() {
    return updates;
  }

  @Override
  public void relay() {
    updates.relay();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
