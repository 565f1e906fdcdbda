package dev.stagedoor.domain.storage.port;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps uploads. All methods need an open unit of work. */
public interface UploadRepository {
  Optional<Upload> find(FileId id);

  /** Finds and locks an upload until the unit of work ends. */
  Optional<Upload> lock(FileId id);

  /** Returns the uploads for a subject that are not over, the newest first. */
  List<Upload> ofSubject(Subject subject);

  /** Returns awaited uploads whose time is over, the oldest first. */
  List<FileId> expired(Instant now, int limit);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Upload upload);
}
