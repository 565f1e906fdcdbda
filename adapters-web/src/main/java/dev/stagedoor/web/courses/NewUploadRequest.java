package dev.stagedoor.web.courses;

import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A file that is about to be sent: its name, its exact size in bytes and its media type. */
@Serdeable
public record NewUploadRequest(
    @Nullable String fileName, @Nullable Long fileSize, @Nullable String contentType) {
  NewFile toCommand() {
    Faults faults = new Faults();
    var name = faults.read(() -> Sent.required(fileName, "fileName"));
    var size = faults.read(() -> Sent.required(fileSize, "fileSize"));
    var type = faults.read(() -> Sent.required(contentType, "contentType"));
    faults.refuseAny();
    return new NewFile(name.orElseThrow(), size.orElseThrow(), type.orElseThrow());
  }
}
