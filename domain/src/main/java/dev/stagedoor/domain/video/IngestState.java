package dev.stagedoor.domain.video;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider says of a live input now.
 *
 * @param connectedSince when the encoder came, empty when none is connected
 * @param disconnectedAt when the last encoder went, where the provider tells
 * @param viewers how many watch, empty where the provider does not tell
 */
public record IngestState(
    Optional<Instant> connectedSince, Optional<Instant> disconnectedAt, OptionalLong viewers) {}
