package dev.stagedoor.application.events;

import dev.stagedoor.domain.events.Event;
import java.util.Optional;

/**
 * An event that an organiser plans.
 *
 * @param ticketing whether to begin to set tickets up at once
 * @param sale the event of the ticketing system that sells them, by the id it has there; enables
 *     tickets, too
 */
public record NewEvent(Event.Plan plan, boolean ticketing, Optional<String> sale) {}
