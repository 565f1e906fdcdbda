package dev.stagedoor.domain.library;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A video as a provider describes it.
 *
 * @param ref the reference to keep from now on; it may differ from the one asked about once the
 *     file has come
 * @param progress percent prepared, 0 to 100, where the provider tells
 * @param playbackUrl an HLS playlist ({@code .m3u8}) or a file that browsers play, present when
 *     ready; plays as it is unless the video is signed only
 * @param failure present when it failed
 */
public record LibraryVideo(
    ProviderRef ref,
    LibraryStatus status,
    OptionalInt progress,
    Optional<String> playbackUrl,
    Optional<String> thumbnailUrl,
    Optional<Duration> duration,
    Optional<VideoFailure> failure) {}
