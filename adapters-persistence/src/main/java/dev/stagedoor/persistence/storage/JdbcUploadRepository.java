package dev.stagedoor.persistence.storage;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.Upload;
import dev.stagedoor.domain.storage.port.UploadRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcUploadRepository implements UploadRepository {
  private final UploadRows rows;

  JdbcUploadRepository(UploadRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Upload> find(FileId id) {
    return rows.findById(id.value()).map(UploadRow::toDomain);
  }

  @Override
  public Optional<Upload> lock(FileId id) {
    return rows.findByIdForUpdate(id.value()).map(UploadRow::toDomain);
  }

  @Override
  public List<Upload> ofSubject(Subject subject) {
    return rows.findNotOver(subject.kind(), subject.id()).stream()
        .map(UploadRow::toDomain)
        .toList();
  }

  @Override
  public List<FileId> expired(Instant now, int limit) {
    return rows.findExpired(now, limit).stream().map(FileId::new).toList();
  }

  @Override
  public void save(Upload upload) {
    UploadRow row = UploadRow.from(upload.snapshot());
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
