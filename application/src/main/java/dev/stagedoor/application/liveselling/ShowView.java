package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** A show as its operators see it; the status is the code of its enum. */
public record ShowView(
    UUID id,
    UUID workspaceId,
    String name,
    String status,
    Currency currency,
    Optional<String> platformPostId,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Instant createdAt) {
  public static ShowView of(Show show) {
    return new ShowView(
        show.id().value(),
        show.workspace().value(),
        show.name(),
        show.status().code(),
        show.currency(),
        show.post().map(ProviderRef::value),
        show.startedAt(),
        show.endedAt(),
        show.createdAt());
  }
}
