package dev.stagedoor.web.liveselling;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Who is to operate a workspace. */
@Serdeable
public record AddMemberRequest(@Nullable String email) {}
