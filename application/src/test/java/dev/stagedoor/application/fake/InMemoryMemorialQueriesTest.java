package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.MemorialQueriesContract;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryFuneralDirectorRepository;
import dev.stagedoor.domain.fake.InMemoryGuestBookRepository;
import dev.stagedoor.domain.fake.InMemoryMemorialRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryMemorialQueriesTest implements MemorialQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryMemorialRepository memorials = new InMemoryMemorialRepository(store);
  private final InMemoryFuneralDirectorRepository directors =
      new InMemoryFuneralDirectorRepository(store);
  private final InMemoryGuestBookRepository guestBook = new InMemoryGuestBookRepository(store);
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryMemorialQueries queries =
      new InMemoryMemorialQueries(memorials, directors, guestBook, accounts);

  @Override
  public InMemoryMemorialQueries queries() {
    return queries;
  }

  @Override
  public InMemoryMemorialRepository memorials() {
    return memorials;
  }

  @Override
  public InMemoryFuneralDirectorRepository directors() {
    return directors;
  }

  @Override
  public InMemoryGuestBookRepository guestBook() {
    return guestBook;
  }

  @Override
  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
