package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The streams whose state is wanted, at most 100. */
@Serdeable
public record BatchStatusRequest(@Nullable List<UUID> streamIds) {
  List<LiveStreamId> toIds() {
    return Sent.required(streamIds, "streamIds").stream().map(LiveStreamId::new).toList();
  }
}
