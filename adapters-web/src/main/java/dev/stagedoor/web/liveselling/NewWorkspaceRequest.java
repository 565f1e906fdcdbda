package dev.stagedoor.web.liveselling;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A workspace to be opened; its shows sell in US dollars unless it says otherwise. */
@Serdeable
public record NewWorkspaceRequest(@Nullable String name, @Nullable String currency) {}
