package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a reader reads.
 *
 * @param lastEventId the place that the reader comes back from
 * @param life after how long the reading ends
 */
record Reading(
    Subject channel,
    Optional<String> lastEventId,
    Predicate<LiveUpdate> wanted,
    Optional<Duration> life) {}
