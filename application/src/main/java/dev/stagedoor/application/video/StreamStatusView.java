package dev.stagedoor.application.video;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStreamId;
import java.time.Instant;
import java.util.Optional;

/** What a stream is doing now, and who may know. */
public record StreamStatusView(
    LiveStreamId id,
    Subject subject,
    String status,
    long viewerCount,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    boolean isOpenToVisitors) {}
