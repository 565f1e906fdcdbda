package dev.stagedoor.application.events;

import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import java.util.Optional;

/**
 * An event as it is stored, with its tickets and its organiser's name, read at once.
 *
 * @param tickets empty for an event that never had any
 */
public record StoredEvent(Event event, String organiserName, Optional<TicketedEvent> tickets) {}
