package dev.stagedoor.persistence.library;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
@InsideUnitOfWork
class JdbcVideoAssetRepository implements VideoAssetRepository, VideoAssetLists {
  private final VideoAssetRows rows;

  JdbcVideoAssetRepository(VideoAssetRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<VideoAsset> find(VideoId id) {
    return rows.findById(id.value()).map(VideoAssetRow::toDomain);
  }

  @Override
  public Optional<VideoAsset> lock(VideoId id) {
    return rows.findByIdForUpdate(id.value()).map(VideoAssetRow::toDomain);
  }

  @Override
  public Optional<VideoAsset> findByRef(ProviderRef ref) {
    return rows.findByRefProviderAndRefId(ref.provider().value(), ref.value())
        .map(VideoAssetRow::toDomain);
  }

  @Override
  public List<VideoAsset> ofSubjects(List<Subject> subjects) {
    // One statement for each kind; whoever asks has one.
    Map<String, List<UUID>> ids =
        subjects.stream().collect(groupingBy(Subject::kind, mapping(Subject::id, toList())));
    List<VideoAssetRow> found = new ArrayList<>();
    ids.forEach((kind, wanted) -> found.addAll(rows.findNotRemoved(kind, wanted)));
    return found.stream()
        .sorted(Comparator.comparing(VideoAssetRow::createdAt).reversed())
        .map(VideoAssetRow::toDomain)
        .toList();
  }

  @Override
  public List<VideoId> dueForLook(Instant now, int limit) {
    return rows.findDueForLook(now, limit).stream().map(VideoId::new).toList();
  }

  @Override
  public void save(VideoAsset video) {
    VideoAssetRow row = VideoAssetRow.from(video.snapshot());
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
