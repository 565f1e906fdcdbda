package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.Upload;
import dev.stagedoor.domain.storage.port.UploadRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps uploads in memory. */
public final class InMemoryUploadRepository implements UploadRepository {
  private final InMemoryStore.Table<FileId, Upload.Snapshot> table;

  public InMemoryUploadRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Upload> find(FileId id) {
    return table.find(id).map(Upload::restore);
  }

  @Override
  public Optional<Upload> lock(FileId id) {
    return table.lock(id).map(Upload::restore);
  }

  @Override
  public List<Upload> ofSubject(Subject subject) {
    return all()
        .filter(upload -> upload.subject().equals(subject) && !upload.status().isOver())
        .sorted(
            Comparator.comparing(Upload::createdAt)
                .thenComparing(upload -> upload.id().value().toString())
                .reversed())
        .toList();
  }

  @Override
  public List<FileId> expired(Instant now, int limit) {
    return all()
        .filter(upload -> upload.status() == Upload.Status.AWAITED)
        .filter(upload -> !now.isBefore(upload.expiresAt()))
        .sorted(
            Comparator.comparing(Upload::expiresAt)
                .thenComparing(upload -> upload.id().value().toString()))
        .limit(limit)
        .map(Upload::id)
        .toList();
  }

  @Override
  public void save(Upload upload) {
    Upload.Snapshot now = upload.snapshot();
    table.put(now.id(), next(now), Upload.Snapshot::version, now.version());
  }

  public Stream<Upload> all() {
    return table.rows().map(Upload::restore);
  }

  private static Upload.Snapshot next(Upload.Snapshot of) {
    return new Upload.Snapshot(
        of.id(),
        of.subject(),
        of.storage(),
        of.key(),
        of.fileName(),
        of.bytes(),
        of.mediaType(),
        of.status(),
        of.createdAt(),
        of.expiresAt(),
        of.version() + 1);
  }
}
