package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.MeasuresContract;
import dev.stagedoor.application.contract.PlatformQueriesContract;
import dev.stagedoor.domain.fake.InMemoryMeasures;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryPlatformQueriesTest implements PlatformQueriesContract, MeasuresContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryMeasures measures = new InMemoryMeasures(store);

  @Override
  public InMemoryPlatformQueries queries() {
    return new InMemoryPlatformQueries(measures);
  }

  @Override
  public InMemoryMeasures measures() {
    return measures;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
