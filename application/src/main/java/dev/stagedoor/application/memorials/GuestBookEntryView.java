package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import java.time.Instant;
import java.util.UUID;

/** One entry of a guest book; the status is the code of its enum. */
public record GuestBookEntryView(
    UUID id, String name, String message, String status, Instant createdAt) {
  static GuestBookEntryView of(GuestBookEntry entry) {
    return new GuestBookEntryView(
        entry.id().value(),
        entry.name(),
        entry.message(),
        entry.status().code(),
        entry.createdAt());
  }
}
