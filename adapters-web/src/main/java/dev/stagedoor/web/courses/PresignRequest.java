package dev.stagedoor.web.courses;

import dev.stagedoor.application.storage.NewFile;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A file that a lecture's teacher is about to send through another service. */
@Serdeable
public record PresignRequest(
    UUID courseId, UUID lectureId, String fileName, long fileSize, String contentType) {
  NewFile file() {
    return new NewFile(fileName, fileSize, contentType);
  }
}
