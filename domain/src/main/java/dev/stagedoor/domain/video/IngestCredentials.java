package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/**
 * What an encoder needs to send pictures. For the owner, the director and admins only; never
 * logged.
 *
 * @param rtmpUrl where RTMP(S) goes
 * @param streamKey the RTMP key
 * @param srtUrl a complete SRT address with its passphrase, where the provider takes SRT
 * @param whipUrl a secret WHIP address for browsers, where the provider takes WebRTC
 */
public record IngestCredentials(
    String rtmpUrl, Secret streamKey, Optional<Secret> srtUrl, Optional<Secret> whipUrl) {}
