package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

/** Signs addresses of the library's videos. */
final class SandboxPlaybackSigning implements PlaybackSigning {
  private static final Duration LONGEST = Duration.ofHours(24);

  private final PlaybackTokens tokens;
  private final ClipAddresses addresses;
  private final Predicate<String> hasStill;
  private final Clock clock;

  /**
   * @param hasStill whether there is a picture of the film with this uid; asks nobody
   */
  SandboxPlaybackSigning(
      PlaybackTokens tokens, ClipAddresses addresses, Predicate<String> hasStill, Clock clock) {
    this.tokens = tokens;
    this.addresses = addresses;
    this.hasStill = hasStill;
    this.clock = clock;
  }

  @Override
  public SignedPlayback sign(String playbackUrl, Instant until) {
    String uid =
        addresses
            .uidOf(playbackUrl)
            .orElseThrow(
                () -> new IllegalArgumentException("not an address of the sandbox's library"));
    if (until.isAfter(clock.instant().plus(LONGEST))) {
      throw new IllegalArgumentException("an address is signed for 24 hours at most");
    }
    return new SignedPlayback(
        addresses.today(playbackUrl)
            + "?token="
            + tokens.sign(PlaybackTokens.What.FILM, uid, until),
        Optional.of(addresses.thumbnail(uid))
            .filter(still -> addresses.isPlaylist(playbackUrl) || hasStill.test(uid))
            .map(
                still ->
                    still + "?token=" + tokens.sign(PlaybackTokens.What.THUMBNAIL, uid, until)),
        until.truncatedTo(ChronoUnit.SECONDS));
  }
}
