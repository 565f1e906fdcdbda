package dev.stagedoor.persistence.storage;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.Upload;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("uploads")
record UploadRow(
    @Id UUID id,
    String subjectKind,
    UUID subjectId,
    String storage,
    String key,
    String fileName,
    long bytes,
    String mediaType,
    String status,
    Instant createdAt,
    Instant expiresAt,
    @Version long version) {

  static UploadRow from(Upload.Snapshot upload) {
    return new UploadRow(
        upload.id().value(),
        upload.subject().kind(),
        upload.subject().id(),
        upload.storage().value(),
        upload.key().value(),
        upload.fileName(),
        upload.bytes(),
        upload.mediaType(),
        upload.status().code(),
        upload.createdAt(),
        upload.expiresAt(),
        upload.version());
  }

  Upload toDomain() {
    return Upload.restore(
        new Upload.Snapshot(
            new FileId(id),
            new Subject(subjectKind, subjectId),
            new ProviderId(storage),
            new ObjectKey(key),
            fileName,
            bytes,
            mediaType,
            Codes.parse(Upload.Status.class, status),
            createdAt,
            expiresAt,
            version));
  }
}
