package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stream to be planned for a memorial; visible and public unless it says otherwise. */
@Serdeable
public record CreateStreamRequest(
    @Nullable UUID memorialId,
    @Nullable String title,
    @Nullable String description,
    @Nullable String scheduledStartTime,
    @Nullable Boolean isVisible,
    @Nullable Boolean isPublic) {
  MemorialId memorial() {
    return new MemorialId(Sent.required(memorialId, "memorialId"));
  }

  LiveStream.Details toDetails() {
    return new LiveStream.Details(
        Sent.required(title, "title"),
        Sent.text(description),
        Sent.instant(scheduledStartTime, "scheduledStartTime"),
        Objects.requireNonNullElse(isVisible, true),
        Objects.requireNonNullElse(isPublic, true));
  }
}
