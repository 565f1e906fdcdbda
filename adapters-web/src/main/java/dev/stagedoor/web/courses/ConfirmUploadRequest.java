package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which file was sent. */
@Serdeable
public record ConfirmUploadRequest(@Nullable UUID fileId) {}
