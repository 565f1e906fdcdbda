package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A recording as a provider describes it.
 *
 * @param playbackUrl an HLS playlist, present when ready
 * @param at when what was recorded ended, as far as the provider tells, else when it said so; an
 *     encoder that connects after it is back for more
 */
public record RecordedVideo(
    ProviderRef ref,
    RecordingStatus status,
    Optional<String> playbackUrl,
    Optional<Duration> duration,
    Optional<String> thumbnailUrl,
    Instant at) {}
