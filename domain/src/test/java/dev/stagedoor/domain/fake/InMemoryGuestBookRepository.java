package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps guest book entries in memory. */
public final class InMemoryGuestBookRepository implements GuestBookRepository {
  private final InMemoryStore.Table<GuestBookEntryId, GuestBookEntry> table;

  public InMemoryGuestBookRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<GuestBookEntry> lock(GuestBookEntryId id) {
    return table.lock(id);
  }

  @Override
  public void save(GuestBookEntry entry) {
    table.put(entry.id(), entry);
  }

  @Override
  public void delete(GuestBookEntryId id) {
    table.remove(id);
  }

  public Stream<GuestBookEntry> all() {
    return table.rows();
  }
}
