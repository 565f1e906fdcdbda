package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.CrossAppAuditContract;
import java.util.function.Supplier;

class InMemoryCrossAppAuditTest implements CrossAppAuditContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryCrossAppAudit kept = new InMemoryCrossAppAudit(store);

  @Override
  public InMemoryCrossAppAudit audit() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
