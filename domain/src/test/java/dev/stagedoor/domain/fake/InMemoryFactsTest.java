package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FactsContract;
import dev.stagedoor.domain.contract.RollUpContract;
import java.util.function.Supplier;

class InMemoryFactsTest implements FactsContract, RollUpContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryFacts kept = new InMemoryFacts(store);

  @Override
  public InMemoryFacts facts() {
    return kept;
  }

  @Override
  public InMemoryFacts rollUp() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
