package dev.stagedoor.domain.memorials.port;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import java.util.Optional;

/** Keeps guest book entries. All methods need an open unit of work. */
public interface GuestBookRepository {
  /** Finds and locks an entry until the unit of work ends. */
  Optional<GuestBookEntry> lock(GuestBookEntryId id);

  /** Inserts or updates. */
  void save(GuestBookEntry entry);

  /** Removes an entry; does nothing when there is none. */
  void delete(GuestBookEntryId id);
}
