package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;

/** What one video provider can do. */
public record VideoProvider(ProviderId id, LiveIngest ingest, Recordings recordings) {}
