package dev.stagedoor.domain.video.port;

import dev.stagedoor.domain.video.SignedPlayback;
import java.time.Instant;

/** Signs addresses of what may not play for everybody. */
public interface PlaybackSigning {
  /**
   * Signs the playback address that the provider told for a recording or a video. Calls nobody; an
   * address that was altered, or is past its time, plays nothing.
   *
   * @param until at most 24 hours from now
   * @throws IllegalArgumentException when the address is not one of this provider's, or the time is
   *     further away
   */
  SignedPlayback sign(String playbackUrl, Instant until);
}
