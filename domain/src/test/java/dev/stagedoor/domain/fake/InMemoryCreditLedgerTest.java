package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.CreditLedgerContract;
import java.util.function.Supplier;

class InMemoryCreditLedgerTest implements CreditLedgerContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryCreditLedger credits = new InMemoryCreditLedger(store);

  @Override
  public InMemoryCreditLedger credits() {
    return credits;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
