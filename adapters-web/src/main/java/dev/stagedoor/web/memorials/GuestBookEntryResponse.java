package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.GuestBookEntryView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** One entry of a guest book: pending, approved or hidden. */
@Serdeable
public record GuestBookEntryResponse(
    UUID id, String name, String message, String status, Instant createdAt) {
  static GuestBookEntryResponse from(GuestBookEntryView entry) {
    return new GuestBookEntryResponse(
        entry.id(), entry.name(), entry.message(), entry.status(), entry.createdAt());
  }
}
