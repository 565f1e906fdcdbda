package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A chapter: to be added, at the end where no position is given, or changed where something is. */
@Serdeable
public record ChapterRequest(@Nullable String title, @Nullable Integer position) {}
