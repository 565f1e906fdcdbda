package dev.stagedoor.persistence.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcLiveStreamRepository implements LiveStreamRepository {
  private final LiveStreamRows rows;
  private final ColumnCipher cipher;

  JdbcLiveStreamRepository(LiveStreamRows rows, ColumnCipher cipher) {
    this.rows = rows;
    this.cipher = cipher;
  }

  @Override
  public Optional<LiveStream> find(LiveStreamId id) {
    return rows.findById(id.value()).map(row -> row.toDomain(cipher));
  }

  @Override
  public Optional<LiveStream> lock(LiveStreamId id) {
    return rows.findByIdForUpdate(id.value()).map(row -> row.toDomain(cipher));
  }

  @Override
  public Optional<LiveStream> lockByInput(ProviderRef input) {
    return rows.findByInputProviderAndInputIdForUpdate(input.provider().value(), input.value())
        .map(row -> row.toDomain(cipher));
  }

  @Override
  public int countOf(Subject subject) {
    return Math.toIntExact(
        rows.countBySubjectKindAndSubjectIdAndRemovedAtIsNull(subject.kind(), subject.id()));
  }

  @Override
  public void save(LiveStream stream) {
    LiveStreamRow row = LiveStreamRow.from(stream.snapshot(), cipher);
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
