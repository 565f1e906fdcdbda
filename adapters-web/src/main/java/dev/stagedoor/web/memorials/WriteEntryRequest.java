package dev.stagedoor.web.memorials;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What a visitor wants to write into a guest book. */
@Serdeable
public record WriteEntryRequest(@Nullable String name, @Nullable String message) {}
