package dev.stagedoor.application.events;

import dev.stagedoor.application.ticketing.TicketingView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as people see it.
 *
 * @param contact how to get in touch, by name
 * @param isOver whether it has ended by its own times
 */
public record EventView(
    UUID id,
    UUID organiserId,
    String organiserName,
    String title,
    Instant startsAt,
    Optional<Instant> endsAt,
    ZoneId timeZone,
    String venue,
    String description,
    Map<String, String> contact,
    boolean isOver,
    TicketingView ticketing,
    Instant createdAt,
    Instant updatedAt) {}
