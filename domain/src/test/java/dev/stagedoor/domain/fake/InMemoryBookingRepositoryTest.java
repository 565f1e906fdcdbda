package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.BookingRepositoryContract;
import java.util.function.Supplier;

class InMemoryBookingRepositoryTest implements BookingRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryBookingRepository repository = new InMemoryBookingRepository(store);

  @Override
  public InMemoryBookingRepository bookings() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
