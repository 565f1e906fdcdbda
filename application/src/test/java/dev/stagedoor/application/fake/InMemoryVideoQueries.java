package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.video.StreamReader;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.fake.InMemoryLiveStreamRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks through the streams in memory. */
public final class InMemoryVideoQueries implements VideoQueries {
  private static final Set<StreamStatus> ON_FOR_A_TIME =
      EnumSet.of(StreamStatus.READY, StreamStatus.ENDING);

  private final InMemoryLiveStreamRepository streams;
  private final InMemoryStore.Table<LiveStreamId, Instant> lookedAt;

  public InMemoryVideoQueries(InMemoryLiveStreamRepository streams, InMemoryStore store) {
    this.streams = streams;
    lookedAt = store.table();
  }

  @Override
  public List<StreamView> of(Subject subject, StreamReader reader) {
    return seenBy(reader)
        .filter(stream -> stream.subject().equals(subject))
        .sorted(Comparator.comparing(LiveStream::createdAt))
        .map(stream -> StreamView.of(stream, reader))
        .toList();
  }

  @Override
  public Optional<StreamView> find(LiveStreamId id, StreamReader reader) {
    return seenBy(reader)
        .filter(stream -> stream.id().equals(id))
        .map(stream -> StreamView.of(stream, reader))
        .findFirst();
  }

  private Stream<LiveStream> seenBy(StreamReader reader) {
    return here().filter(stream -> reader != StreamReader.VISITOR || stream.isOpenToVisitors());
  }

  private Stream<LiveStream> here() {
    return streams.all().filter(stream -> !stream.isRemoved());
  }

  @Override
  public List<StreamStatusView> statuses(Collection<LiveStreamId> ids) {
    return here()
        .filter(stream -> ids.contains(stream.id()))
        .map(
            stream ->
                new StreamStatusView(
                    stream.id(),
                    stream.subject(),
                    stream.status().code(),
                    stream.viewers(),
                    stream.startedAt(),
                    stream.endedAt(),
                    stream.isOpenToVisitors()))
        .toList();
  }

  @Override
  public List<LiveStreamId> nextToWatch(Instant changedSince, Instant now, int limit) {
    List<LiveStreamId> next =
        here()
            .filter(stream -> stream.input().isPresent())
            .filter(
                stream ->
                    stream.status() == StreamStatus.LIVE
                        || (ON_FOR_A_TIME.contains(stream.status())
                            && !stream.updatedAt().isBefore(changedSince)))
            .map(LiveStream::id)
            .sorted(Comparator.comparing(id -> lookedAt.find(id).orElse(Instant.MIN)))
            .limit(limit)
            .toList();
    next.forEach(id -> lookedAt.put(id, now));
    return next;
  }
}
