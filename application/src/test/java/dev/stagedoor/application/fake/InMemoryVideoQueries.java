package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.domain.fake.InMemoryLiveStreamRepository;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks through the streams in memory. */
public final class InMemoryVideoQueries implements VideoQueries {
  private static final Set<StreamStatus> ON_FOR_A_TIME =
      EnumSet.of(StreamStatus.READY, StreamStatus.ENDING);

  private final InMemoryLiveStreamRepository streams;

  public InMemoryVideoQueries(InMemoryLiveStreamRepository streams) {
    this.streams = streams;
  }

  @Override
  public List<LiveStreamId> toWatch(Instant changedSince, int limit) {
    return streams
        .all()
        .filter(stream -> stream.input().isPresent() && !stream.isRemoved())
        .filter(
            stream ->
                stream.status() == StreamStatus.LIVE
                    || (ON_FOR_A_TIME.contains(stream.status())
                        && !stream.updatedAt().isBefore(changedSince)))
        .sorted(Comparator.comparing(LiveStream::updatedAt))
        .limit(limit)
        .map(LiveStream::id)
        .toList();
  }
}
