package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What becomes of a guest book entry: pending, approved or hidden. */
@Serdeable
public record ModerateEntryRequest(@Nullable String status) {
  GuestBookEntry.Status toStatus() {
    return GuestBookEntry.Status.parse(Sent.required(status, "status"));
  }
}
