package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.IdempotencyKey;

/**
 * Asks a provider for a live input that records by itself.
 *
 * @param stream to be kept with the input, so that it can be found by it
 * @param key the same for every wish for this stream's input
 */
public record NewLiveInput(LiveStreamId stream, String title, IdempotencyKey key) {}
