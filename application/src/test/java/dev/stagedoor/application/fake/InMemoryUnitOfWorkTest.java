package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.UnitOfWorkContract;
import dev.stagedoor.domain.fake.InMemoryMessageRepository;
import dev.stagedoor.domain.fake.InMemoryStore;

class InMemoryUnitOfWorkTest implements UnitOfWorkContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(store);
  private final InMemoryMessageRepository messages = new InMemoryMessageRepository(store);

  @Override
  public InMemoryUnitOfWork work() {
    return work;
  }

  @Override
  public InMemoryMessageRepository messages() {
    return messages;
  }
}
