package dev.stagedoor.application.port;

import dev.stagedoor.domain.video.LiveStreamId;
import java.time.Instant;
import java.util.List;

/** Finds streams by what they are doing. All methods need an open unit of work. */
public interface VideoQueries {
  /**
   * Returns streams with a live input that are live, or that are ready or ending and were changed
   * since, the longest unchanged first: those whose provider is worth asking.
   */
  List<LiveStreamId> toWatch(Instant changedSince, int limit);
}
