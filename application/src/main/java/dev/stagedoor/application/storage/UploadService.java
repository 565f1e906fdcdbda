package dev.stagedoor.application.storage;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.StorageError;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.Upload;
import dev.stagedoor.domain.storage.port.SignedUploads;
import dev.stagedoor.domain.storage.port.UploadRepository;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes files in: opens uploads, looks at what came, and removes what is not wanted. */
public final class UploadService {
  private static final String REMOVE = "remove-file";
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int BATCH = 200;

  private final UnitOfWork work;
  private final UploadRepository uploads;
  private final StorageProvider storage;
  private final Outbox outbox;
  private final Clock clock;
  private final Ids ids;

  public UploadService(
      UnitOfWork work,
      UploadRepository uploads,
      StorageProvider storage,
      Outbox outbox,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.uploads = uploads;
    this.storage = storage;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Announces a file and signs the one request that sends it. Whoever calls has decided that it may
   * come.
   *
   * @throws DomainException {@code FILE_TOO_LARGE}, {@code FILE_TYPE_NOT_TAKEN}, {@code
   *     INVALID_VALUE}
   */
  public OpenedUpload open(Subject subject, NewFile file, Duration life) {
    String mediaType = file.mediaType().strip().toLowerCase(Locale.ROOT);
    if (!NewObject.isMediaType(mediaType)) {
      throw new DomainException(
          StorageError.FILE_TYPE_NOT_TAKEN, Map.of("contentType", file.mediaType()));
    }
    if (file.bytes() < 1) {
      throw DomainException.invalid(Fault.outside("fileSize", 1, storage.mostBytes()));
    }
    if (file.bytes() > storage.mostBytes()) {
      throw tooLarge(file, storage.mostBytes());
    }
    Instant now = clock.instant();
    Upload upload =
        Upload.announce(
            new FileId(ids.next()),
            subject,
            storage.id(),
            file.name(),
            file.bytes(),
            mediaType,
            now,
            now.plus(life));
    work.run(() -> uploads.save(upload));
    return new OpenedUpload(
        upload.id(), storage.files().upload(upload.wanted(), upload.expiresAt()));
  }

  /** Says that a file is larger than is taken. */
  public static DomainException tooLarge(NewFile file, long limit) {
    return new DomainException(
        StorageError.FILE_TOO_LARGE, Map.of("bytes", file.bytes(), "limit", limit));
  }

  /**
   * Looks at what came. Repeating it changes nothing.
   *
   * @throws DomainException {@code NOT_FOUND} when the file is not for this subject, {@code
   *     FILE_NOT_RECEIVED}, {@code FILE_DIFFERS}, {@code UPLOAD_EXPIRED}
   */
  public Upload confirm(Subject subject, FileId file) {
    Upload awaited = work.read(() -> of(subject, uploads.find(file)));
    if (awaited.status() == Upload.Status.CONFIRMED) {
      return awaited;
    }
    StoredObject found =
        files(awaited)
            .find(awaited.wanted().key())
            .orElseThrow(() -> new DomainException(StorageError.FILE_NOT_RECEIVED));
    Upload looked = work.write(() -> takeIn(subject, file, found));
    if (looked.status() == Upload.Status.REFUSED) {
      throw looked.differs(found);
    }
    return looked;
  }

  private Upload takeIn(Subject subject, FileId file, StoredObject found) {
    Upload upload = of(subject, uploads.lock(file));
    if (upload.status() == Upload.Status.CONFIRMED) {
      return upload;
    }
    if (!upload.confirm(found)) {
      removeLater(upload);
    }
    uploads.save(upload);
    return upload;
  }

  /** Returns an upload that can still be used, to whoever knows what it is for. */
  private static Upload of(Subject subject, Optional<Upload> found) {
    Upload upload =
        found.filter(one -> one.subject().equals(subject)).orElseThrow(DomainException::notFound);
    upload.mustNotBeOver();
    return upload;
  }

  /**
   * Returns the uploads for a subject that are not over, the newest first, in the open unit of
   * work.
   */
  public List<Upload> of(Subject subject) {
    return uploads.ofSubject(subject);
  }

  /** Returns an address from which a stored file can be fetched, for a provider. */
  public URI address(FileId file, Duration life) {
    Upload upload = get(file);
    Download whole = new Download(upload.wanted().key(), Optional.empty());
    return files(upload).download(whole, clock.instant().plus(life)).address();
  }

  /** Gives up, in the open unit of work, a file that nobody wants any more. */
  public void discard(FileId file) {
    Upload upload = uploads.lock(file).orElseThrow(DomainException::notFound);
    if (!upload.status().isOver()) {
      upload.discard();
      uploads.save(upload);
      removeLater(upload);
    }
  }

  private void removeLater(Upload upload) {
    outbox.add(new Job(REMOVE, upload.id().value(), clock.instant()));
  }

  /** Removes from their store files that are over. */
  public JobHandler removing() {
    return new JobHandler(REMOVE, this::remove);
  }

  private void remove(UUID id) {
    Upload upload = get(new FileId(id));
    if (!upload.status().isOver()) {
      return;
    }
    Instant begun = clock.instant();
    files(upload).delete(upload.wanted().key());
    if (upload.mayStillCome(begun)) {
      throw new NotYet(upload.id() + " may still be sent");
    }
  }

  /** Gives up files that were not sent in time. */
  public RecurringJob expiring() {
    return new RecurringJob("expire-uploads", EVERY, this::expire);
  }

  private void expire() {
    Instant now = clock.instant();
    for (FileId id : work.read(() -> uploads.expired(now, BATCH))) {
      work.run(() -> expire(id, now));
    }
  }

  private void expire(FileId id, Instant now) {
    Upload upload = uploads.lock(id).orElseThrow(DomainException::notFound);
    if (upload.expire(now)) {
      uploads.save(upload);
      removeLater(upload);
    }
  }

  private Upload get(FileId id) {
    return work.read(() -> uploads.find(id).orElseThrow(DomainException::notFound));
  }

  private SignedUploads files(Upload upload) {
    if (!upload.storage().equals(storage.id())) {
      throw new IllegalStateException(
          upload.id() + " is kept at " + upload.storage() + ", not on here");
    }
    return storage.files();
  }
}
