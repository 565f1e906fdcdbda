package dev.stagedoor.application.tv;

import java.time.Instant;
import java.util.Optional;

/**
 * What a device tells of how far somebody is.
 *
 * @param clientTime when that was so, by the device's clock; empty for now
 * @param sentAt what the device's clock showed when it told, to set its clock right
 */
public record TellProgress(
    String itemId,
    Optional<String> itemType,
    int progressSeconds,
    Optional<Integer> durationSeconds,
    Optional<Instant> clientTime,
    Optional<Instant> sentAt,
    String deviceId) {}
