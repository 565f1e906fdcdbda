package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;

/**
 * The tickets of something stand otherwise than before.
 *
 * @param stale whether the ticketing system cannot be asked, so that this may be out of date
 */
public record TicketingChanged(
    Subject subject, TicketingStatus status, boolean stale, Instant changedAt)
    implements Announcement {}
