package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcGuestBookRepository implements GuestBookRepository {
  private final GuestBookEntryRows rows;

  JdbcGuestBookRepository(GuestBookEntryRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<GuestBookEntry> lock(GuestBookEntryId id) {
    return rows.findByIdForUpdate(id.value()).map(GuestBookEntryRow::toDomain);
  }

  @Override
  public void save(GuestBookEntry entry) {
    rows.upsert(GuestBookEntryRow.from(entry));
  }

  @Override
  public void delete(GuestBookEntryId id) {
    rows.deleteById(id.value());
  }
}
