package dev.stagedoor.web.liveselling;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What to change of a show; what is absent stays, a blank post means none. */
@Serdeable
public record ChangeShowRequest(@Nullable String name, @Nullable String platformPostId) {}
