package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Signs playback addresses whose playback id has the policy {@code signed}. */
final class MuxPlaybackSigning implements PlaybackSigning {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final String VIDEO = "v";
  private static final String THUMBNAIL = "t";

  private final MuxSigningKey key;
  private final MuxAddresses addresses;
  private final Clock clock;

  MuxPlaybackSigning(MuxSigningKey key, MuxAddresses addresses, Clock clock) {
    this.key = key;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public SignedPlayback sign(String playbackUrl, Instant until) {
    String id =
        addresses
            .playbackIdOf(playbackUrl)
            .orElseThrow(() -> new IllegalArgumentException("not a playback address of mux"));
    if (until.isAfter(clock.instant().plus(LONGEST))) {
      throw new IllegalArgumentException("an address is signed for 24 hours at most");
    }
    return new SignedPlayback(
        playbackUrl + "?token=" + key.sign(id, VIDEO, until).reveal(),
        Optional.of(addresses.thumbnail(id) + "?token=" + key.sign(id, THUMBNAIL, until).reveal()),
        until.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public String toString() {
    return "signing with " + key;
  }
}
