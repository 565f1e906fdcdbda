package dev.stagedoor.domain.video;

import java.time.Instant;
import java.util.Optional;

/**
 * Addresses that play one thing for a while. Whoever has them can watch, so they are not printed.
 *
 * @param playlist an HLS playlist ({@code .m3u8}) or a file that browsers play
 */
public record SignedPlayback(String playlist, Optional<String> thumbnail, Instant until) {
  @Override
  public String toString() {
    return "playback until " + until;
  }
}
