package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.GuestBookRepositoryContract;
import java.util.function.Supplier;

class InMemoryGuestBookRepositoryTest implements GuestBookRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryGuestBookRepository repository = new InMemoryGuestBookRepository(store);

  @Override
  public InMemoryGuestBookRepository guestBook() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
