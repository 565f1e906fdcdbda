package dev.stagedoor.domain.tv;

import java.time.Instant;

/**
 * What is on at a time, by the service's guide.
 *
 * @param guideId of the channel it is on
 * @param description may be empty
 */
public record Programme(
    String guideId, Instant startsAt, Instant endsAt, String title, String description) {}
