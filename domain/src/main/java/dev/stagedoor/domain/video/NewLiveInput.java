package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.IdempotencyKey;

/** Asks a provider for a live input that records by itself. */
public record NewLiveInput(LiveStreamId stream, String title, IdempotencyKey key) {}
