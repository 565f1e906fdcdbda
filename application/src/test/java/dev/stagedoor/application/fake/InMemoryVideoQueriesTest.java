package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.VideoQueriesContract;
import dev.stagedoor.domain.fake.InMemoryLiveStreamRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryVideoQueriesTest implements VideoQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryLiveStreamRepository streams = new InMemoryLiveStreamRepository(store);
  private final InMemoryVideoQueries queries = new InMemoryVideoQueries(streams, store);

  @Override
  public InMemoryVideoQueries queries() {
    return queries;
  }

  @Override
  public InMemoryLiveStreamRepository streams() {
    return streams;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
