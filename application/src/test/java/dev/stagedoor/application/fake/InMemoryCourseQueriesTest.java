package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.CourseQueriesContract;
import dev.stagedoor.domain.contract.CoursesStores;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryCourses;
import dev.stagedoor.domain.fake.InMemoryPaymentRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryCourseQueriesTest implements CourseQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryPaymentRepository payments = new InMemoryPaymentRepository(store);
  private final InMemoryCourses kept = InMemoryCourses.in(store);
  private final InMemoryCourseQueries queries = new InMemoryCourseQueries(kept, payments, accounts);

  @Override
  public InMemoryCourseQueries queries() {
    return queries;
  }

  @Override
  public CoursesStores stores() {
    return kept.stores();
  }

  @Override
  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  @Override
  public InMemoryPaymentRepository payments() {
    return payments;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
