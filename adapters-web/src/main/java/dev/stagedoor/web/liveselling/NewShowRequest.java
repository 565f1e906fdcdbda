package dev.stagedoor.web.liveselling;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A show to be planned. */
@Serdeable
public record NewShowRequest(
    @Nullable UUID workspaceId, @Nullable String name, @Nullable String platformPostId) {}
