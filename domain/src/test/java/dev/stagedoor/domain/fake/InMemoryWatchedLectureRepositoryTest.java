package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.CoursesStores;
import dev.stagedoor.domain.contract.WatchedLectureRepositoryContract;
import java.util.function.Supplier;

class InMemoryWatchedLectureRepositoryTest implements WatchedLectureRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final CoursesStores stores = InMemoryCourses.in(store).stores();

  @Override
  public CoursesStores stores() {
    return stores;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
