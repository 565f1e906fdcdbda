package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PlanRepositoryContract;
import java.util.function.Supplier;

class InMemoryPlanRepositoryTest implements PlanRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryPlanRepository kept = new InMemoryPlanRepository(store);

  @Override
  public InMemoryPlanRepository plans() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
