package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PaidPlansContract;
import java.util.function.Supplier;

class InMemoryPaidPlansTest implements PaidPlansContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryPaidPlans kept = new InMemoryPaidPlans(store);

  @Override
  public InMemoryPaidPlans paidPlans() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
