package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/**
 * What an encoder needs to send pictures, in each way the provider takes them; at least one. For
 * the owner, the director and admins only; never logged.
 *
 * @param srtUrl a complete SRT address with its passphrase
 * @param whipUrl a secret WHIP address for browsers
 */
public record IngestCredentials(
    Optional<Rtmp> rtmp, Optional<Secret> srtUrl, Optional<Secret> whipUrl) {
  public IngestCredentials {
    if (rtmp.isEmpty() && srtUrl.isEmpty() && whipUrl.isEmpty()) {
      throw new IllegalArgumentException("an input that no encoder can send to");
    }
  }

  /** Where RTMP(S) goes, and the key that lets it in. */
  public record Rtmp(String url, Secret streamKey) {}
}
