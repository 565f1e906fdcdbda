package dev.stagedoor.web.liveselling;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What to change of a workspace; what is absent stays. The plan is for admins. */
@Serdeable
public record ChangeWorkspaceRequest(
    @Nullable String name, @Nullable String currency, @Nullable String plan) {}
