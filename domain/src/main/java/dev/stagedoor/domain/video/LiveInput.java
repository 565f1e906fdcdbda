package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderRef;

/** What a provider made for one stream: where to send, and where it plays (an HLS playlist). */
public record LiveInput(ProviderRef ref, IngestCredentials credentials, String playbackUrl) {}
