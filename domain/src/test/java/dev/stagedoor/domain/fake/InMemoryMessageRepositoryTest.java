package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.MessageRepositoryContract;
import java.util.function.Supplier;

class InMemoryMessageRepositoryTest implements MessageRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryMessageRepository repository = new InMemoryMessageRepository(store);

  @Override
  public InMemoryMessageRepository messages() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
