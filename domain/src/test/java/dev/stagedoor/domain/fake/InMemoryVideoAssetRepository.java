package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps videos of the library in memory. */
public final class InMemoryVideoAssetRepository implements VideoAssetRepository, VideoAssetLists {
  private final InMemoryStore.Table<VideoId, VideoAsset.Snapshot> table;

  public InMemoryVideoAssetRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<VideoAsset> find(VideoId id) {
    return table.find(id).map(VideoAsset::restore);
  }

  @Override
  public Optional<VideoAsset> lock(VideoId id) {
    return table.lock(id).map(VideoAsset::restore);
  }

  @Override
  public Optional<VideoAsset> findByRef(ProviderRef ref) {
    return all().filter(video -> video.ref().filter(ref::equals).isPresent()).findFirst();
  }

  @Override
  public List<VideoAsset> ofSubjects(List<Subject> subjects) {
    return all()
        .filter(video -> subjects.contains(video.subject()))
        .filter(video -> video.status() != VideoAsset.Status.REMOVED)
        .sorted(
            Comparator.comparing(VideoAsset::createdAt)
                .thenComparing(video -> video.id().value().toString())
                .reversed())
        .toList();
  }

  @Override
  public List<VideoId> dueForLook(Instant now, int limit) {
    return all()
        .filter(video -> video.nextLookAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((VideoAsset video) -> video.nextLookAt().orElseThrow())
                .thenComparing(video -> video.id().value().toString()))
        .limit(limit)
        .map(VideoAsset::id)
        .toList();
  }

  @Override
  public void save(VideoAsset video) {
    VideoAsset.Snapshot now = video.snapshot();
    table.put(now.id(), next(now), VideoAsset.Snapshot::version, now.version());
  }

  public Stream<VideoAsset> all() {
    return table.rows().map(VideoAsset::restore);
  }

  private static VideoAsset.Snapshot next(VideoAsset.Snapshot of) {
    return new VideoAsset.Snapshot(
        of.id(),
        of.subject(),
        of.file(),
        of.title(),
        of.provider(),
        of.signedOnly(),
        of.status(),
        of.ref(),
        of.attempt(),
        of.begunAt(),
        of.progress(),
        of.playbackUrl(),
        of.thumbnailUrl(),
        of.duration(),
        of.failure(),
        of.readyAt(),
        of.looks(),
        of.nextLookAt(),
        of.createdAt(),
        of.version() + 1);
  }
}
