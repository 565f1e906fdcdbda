package dev.stagedoor.application.events;

import dev.stagedoor.domain.events.ContactData;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an organiser changes of an event; what is absent stays.
 *
 * @param endsAt a present empty one takes the end away
 * @param ticketing whether tickets shall be sold: begins to set them up, or gives that up
 * @param sale the event of the ticketing system that sells them, by the id it has there
 */
public record ChangeEvent(
    Optional<String> title,
    Optional<Instant> startsAt,
    Optional<Optional<Instant>> endsAt,
    Optional<ZoneId> timeZone,
    Optional<String> venue,
    Optional<String> description,
    Optional<ContactData> contact,
    Optional<Boolean> ticketing,
    Optional<String> sale) {}
