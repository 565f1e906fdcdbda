package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import dev.stagedoor.providers.cloudflare.CloudflareAddresses.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Signs playback addresses with a key of the account: a token stands where the video's id was. */
final class CloudflarePlaybackSigning implements PlaybackSigning {
  private static final Duration LONGEST = Duration.ofHours(24);

  private final CloudflareSigningKey key;
  private final CloudflareAddresses addresses;
  private final Clock clock;

  CloudflarePlaybackSigning(CloudflareSigningKey key, CloudflareAddresses addresses, Clock clock) {
    this.key = key;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public SignedPlayback sign(String playbackUrl, Instant until) {
    Place place =
        addresses
            .read(playbackUrl)
            .orElseThrow(() -> new IllegalArgumentException("not an address of Cloudflare's"));
    if (until.isAfter(clock.instant().plus(LONGEST))) {
      throw new IllegalArgumentException("signed for 24 hours at most");
    }
    Instant seconds = until.truncatedTo(ChronoUnit.SECONDS);
    Place signed = new Place(place.host(), key.sign(place.id(), seconds).reveal());
    return new SignedPlayback(signed.playlist(), Optional.of(signed.still()), seconds);
  }
}
