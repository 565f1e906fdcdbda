package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What to change of what the caller tells of themselves; a blank picture is none. */
@Serdeable
public record ChangeProfileRequest(
    @Nullable String headline, @Nullable String bio, @Nullable String pictureUrl) {}
