package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The PIN of a profile, where it has one. */
@Serdeable
public record OpenProfileRequest(@Nullable Secret pin) {}
