package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A show, wrapped as clients expect it. */
@Serdeable
public record ShowResponse(Show show) {

  /** A show: draft, live or ended. */
  @Serdeable
  public record Show(
      UUID id,
      UUID workspaceId,
      String name,
      String status,
      String currency,
      @Nullable String platformPostId,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      Instant createdAt) {
    static Show from(ShowView view) {
      return new Show(
          view.id(),
          view.workspaceId(),
          view.name(),
          view.status(),
          Currencies.code(view.currency()),
          view.platformPostId().orElse(null),
          view.startedAt().orElse(null),
          view.endedAt().orElse(null),
          view.createdAt());
    }
  }

  static ShowResponse from(ShowView view) {
    return new ShowResponse(Show.from(view));
  }
}
