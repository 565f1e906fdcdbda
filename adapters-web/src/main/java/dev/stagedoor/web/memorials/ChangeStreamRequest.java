package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a stream; what is absent stays. */
@Serdeable
public record ChangeStreamRequest(
    @Nullable String title,
    @Nullable String description,
    @Nullable String scheduledStartTime,
    @Nullable Boolean isVisible,
    @Nullable Boolean isPublic) {
  MemorialStreamService.Change toChange() {
    return new MemorialStreamService.Change(
        Optional.ofNullable(title),
        Optional.ofNullable(description),
        Sent.instant(scheduledStartTime, "scheduledStartTime"),
        Optional.ofNullable(isVisible),
        Optional.ofNullable(isPublic));
  }
}
