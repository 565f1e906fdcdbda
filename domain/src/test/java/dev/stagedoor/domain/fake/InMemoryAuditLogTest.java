package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.AuditLogContract;
import java.util.function.Supplier;

class InMemoryAuditLogTest implements AuditLogContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAuditLog kept = new InMemoryAuditLog(store);

  @Override
  public InMemoryAuditLog audit() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
