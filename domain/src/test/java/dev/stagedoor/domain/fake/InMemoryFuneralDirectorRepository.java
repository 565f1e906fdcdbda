package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps funeral directors in memory. */
public final class InMemoryFuneralDirectorRepository implements FuneralDirectorRepository {
  private final InMemoryStore.Table<UserId, FuneralDirector> table;

  public InMemoryFuneralDirectorRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<FuneralDirector> find(UserId user) {
    return table.find(user);
  }

  @Override
  public Optional<FuneralDirector> lock(UserId user) {
    return table.lock(user);
  }

  @Override
  public void save(FuneralDirector director) {
    table.put(director.user(), director);
  }

  public Stream<FuneralDirector> all() {
    return table.rows();
  }
}
