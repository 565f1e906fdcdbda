package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A recording as a provider describes it.
 *
 * @param playbackUrl an HLS playlist, present when ready
 * @param at when the provider said so; with two descriptions of one recording the later one holds
 */
public record RecordedVideo(
    ProviderRef ref,
    RecordingStatus status,
    Optional<String> playbackUrl,
    Optional<Duration> duration,
    Optional<String> thumbnailUrl,
    Instant at) {}
