package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PaymentListsContract;
import dev.stagedoor.domain.contract.PaymentRepositoryContract;
import java.util.function.Supplier;

class InMemoryPaymentRepositoryTest implements PaymentRepositoryContract, PaymentListsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryPaymentRepository repository = new InMemoryPaymentRepository(store);

  @Override
  public InMemoryPaymentRepository payments() {
    return repository;
  }

  @Override
  public InMemoryPaymentRepository lists() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
