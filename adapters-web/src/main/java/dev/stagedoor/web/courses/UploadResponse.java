package dev.stagedoor.web.courses;

import dev.stagedoor.application.storage.OpenedUpload;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Where to send a file: one {@code PUT} with exactly these headers. */
@Serdeable
public record UploadResponse(
    UUID fileId, String uploadUrl, Map<String, String> headers, Instant expiresAt) {
  static UploadResponse from(OpenedUpload opened) {
    return new UploadResponse(
        opened.file().value(),
        opened.request().address().toString(),
        opened.request().headers(),
        opened.request().until());
  }

  @Override
  public String toString() {
    return "UploadResponse[" + fileId + "]";
  }
}
