package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.InvoiceRepositoryContract;
import java.util.function.Supplier;

class InMemoryInvoiceRepositoryTest implements InvoiceRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryInvoiceRepository repository = new InMemoryInvoiceRepository(store);

  @Override
  public InMemoryInvoiceRepository invoices() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
