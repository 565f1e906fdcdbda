package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("guest_book_entries")
record GuestBookEntryRow(
    @Id UUID id, UUID memorialId, String name, String message, String status, Instant createdAt) {

  static GuestBookEntryRow from(GuestBookEntry entry) {
    return new GuestBookEntryRow(
        entry.id().value(),
        entry.memorial().value(),
        entry.name(),
        entry.message(),
        entry.status().code(),
        entry.createdAt());
  }

  GuestBookEntry toDomain() {
    return new GuestBookEntry(
        new GuestBookEntryId(id),
        new MemorialId(memorialId),
        name,
        message,
        Codes.parse(GuestBookEntry.Status.class, status),
        createdAt);
  }
}
