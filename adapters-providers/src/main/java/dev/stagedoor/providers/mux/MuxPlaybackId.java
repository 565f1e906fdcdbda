package dev.stagedoor.providers.mux;

import org.jspecify.annotations.Nullable;

/** By what something plays, and for whom. */
record MuxPlaybackId(@Nullable String id, @Nullable String policy) {}
