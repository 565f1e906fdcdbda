package dev.stagedoor.web.crossapp;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts and events that another system names; what cannot be an id is the id of nobody. */
final class Named {
  private static final UUID NOBODY = new UUID(0, 0);

  private Named() {}

  static Optional<UserId> account(@Nullable String id) {
    return id(id).map(UserId::new);
  }

  static Optional<TicketedEventId> event(@Nullable String id) {
    return id(id).map(TicketedEventId::new);
  }

  private static Optional<UUID> id(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException noId) {
      return Optional.of(NOBODY);
    }
  }
}
