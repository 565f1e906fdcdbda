package dev.stagedoor.application.storage;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.Upload;
import java.net.URI;
import java.time.Duration;

/** Takes files in: opens uploads, looks at what came, and removes what is not wanted. */
@SuppressWarnings("DoNotCallSuggester")
public final class UploadService {
  /**
   * Announces a file and signs the one request that sends it. Whoever calls has decided that it may
   * come.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code FILE_TOO_LARGE}, {@code
   *     INVALID_VALUE}
   */
  public OpenedUpload open(Subject subject, NewFile file, Duration life) {
    throw new UnsupportedOperationException();
  }

  /**
   * Looks at what came. Repeating it changes nothing.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_FOUND} when the file is not for
   *     this subject, {@code FILE_NOT_RECEIVED}, {@code FILE_DIFFERS}, {@code UPLOAD_EXPIRED}
   */
  public Upload confirm(Subject subject, FileId file) {
    throw new UnsupportedOperationException();
  }

  /** Returns an address from which a stored file can be fetched, for a provider. */
  public URI address(FileId file, Duration life) {
    throw new UnsupportedOperationException();
  }

  /** Gives up, in the open unit of work, a file that nobody wants any more. */
  public void discard(FileId file) {
    throw new UnsupportedOperationException();
  }

  /** Removes from their store files that are over. */
  public JobHandler removing() {
    throw new UnsupportedOperationException();
  }

  /** Gives up files that were not sent in time. */
  public RecurringJob expiring() {
    throw new UnsupportedOperationException();
  }
}
