package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps live streams in memory. */
public final class InMemoryLiveStreamRepository implements LiveStreamRepository {
  private final InMemoryStore.Table<LiveStreamId, LiveStream.Snapshot> table;

  public InMemoryLiveStreamRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<LiveStream> find(LiveStreamId id) {
    return table.find(id).map(LiveStream::restore);
  }

  @Override
  public Optional<LiveStream> lock(LiveStreamId id) {
    return table.lock(id).map(LiveStream::restore);
  }

  @Override
  public Optional<LiveStream> lockByInput(ProviderRef input) {
    return all()
        .filter(stream -> stream.input().filter(made -> made.ref().equals(input)).isPresent())
        .findFirst()
        .flatMap(stream -> lock(stream.id()));
  }

  @Override
  public int countOf(Subject subject) {
    return (int)
        all().filter(stream -> stream.subject().equals(subject) && !stream.isRemoved()).count();
  }

  @Override
  public void save(LiveStream stream) {
    LiveStream.Snapshot now = stream.snapshot();
    table.put(now.id(), next(now), LiveStream.Snapshot::version, now.version());
  }

  public Stream<LiveStream> all() {
    return table.rows().map(LiveStream::restore);
  }

  private static LiveStream.Snapshot next(LiveStream.Snapshot of) {
    return new LiveStream.Snapshot(
        of.id(),
        of.subject(),
        of.provider(),
        of.createdBy(),
        of.details(),
        of.input(),
        of.status(),
        of.facts(),
        of.viewers(),
        of.recordings(),
        of.createdAt(),
        of.updatedAt(),
        of.version() + 1);
  }
}
