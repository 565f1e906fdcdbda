package dev.stagedoor.application.events;

import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an organiser changes of an event; what is absent stays.
 *
 * @param endsAt a present empty one takes the end away
 * @param ticketing whether tickets shall be sold: begins to set them up, or gives that up, whatever
 *     is said of a sale
 * @param sale the event of the ticketing system that sells them, by the id it has there; enables
 *     tickets, too
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
    Optional<String> sale) {
  Event.Plan of(Event.Plan old) {
    return new Event.Plan(
        title.orElse(old.title()),
        startsAt.orElse(old.startsAt()),
        endsAt.orElse(old.endsAt()),
        timeZone.orElse(old.timeZone()),
        venue.orElse(old.venue()),
        description.orElse(old.description()),
        contact.orElse(old.contact()));
  }
}
