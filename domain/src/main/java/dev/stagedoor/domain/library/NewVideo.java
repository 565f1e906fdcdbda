package dev.stagedoor.domain.library;

import dev.stagedoor.domain.kernel.IdempotencyKey;

/**
 * Asks a provider to take in a video. Our id travels with it, so that it is found from the
 * provider's side too.
 *
 * @param signedOnly whether it may play only from addresses that were signed for a viewer
 */
public record NewVideo(VideoId video, String title, boolean signedOnly, IdempotencyKey key) {}
