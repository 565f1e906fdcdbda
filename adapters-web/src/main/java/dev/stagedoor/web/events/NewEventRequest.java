package dev.stagedoor.web.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.events.NewEvent;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event to be planned. Times are {@code 2027-03-14T19:30:00+01:00}, or without an offset as
 * clocks show them in {@code timeZone}.
 *
 * @param contactData names with a text each
 * @param hasTicketing whether to begin to set tickets up at once
 * @param ticketingEventId the event of the ticketing system that sells the tickets; also by the
 *     names that follow, and as {@code hiEventsEventId} in the contact data
 */
@Serdeable
public record NewEventRequest(
    @Nullable String title,
    @Nullable String startsAt,
    @Nullable String endsAt,
    @Nullable String timeZone,
    @Nullable String venue,
    @Nullable String description,
    @Nullable Map<String, @Nullable String> contactData,
    @Nullable Boolean hasTicketing,
    @JsonProperty("ticketing_event_id") @Nullable String ticketingEventId,
    @JsonProperty("hi_events_event_id") @Nullable String hiEventsId,
    @Nullable String hiEventsEventId) {
  NewEvent toCommand() {
    Faults faults = new Faults();
    var name = faults.read(() -> Sent.required(title, "title"));
    Optional<ZoneId> zone =
        faults.read(() -> Times.zone(Sent.required(timeZone, "timeZone")).orElseThrow());
    // Times are looked at all the same where the zone is wrong, so that all is told at once.
    ZoneId where = zone.orElse(ZoneOffset.UTC);
    Optional<Instant> begins =
        faults.read(() -> Times.moment(Sent.required(startsAt, "startsAt"), where, "startsAt"));
    Optional<Optional<Instant>> ends =
        faults.read(
            () ->
                Optional.ofNullable(endsAt)
                    .filter(text -> !text.isBlank())
                    .map(text -> Times.moment(text, where, "endsAt")));
    Optional<ContactData> contact =
        faults.read(() -> contactData == null ? ContactData.none() : Legacy.kept(contactData));
    faults.refuseAny();
    return new NewEvent(
        new Event.Plan(
            name.orElseThrow(),
            begins.orElseThrow(),
            ends.orElseThrow(),
            zone.orElseThrow(),
            Sent.text(venue),
            Sent.text(description),
            contact.orElseThrow()),
        Boolean.TRUE.equals(hasTicketing),
        sale().id());
  }

  NamedSale sale() {
    return NamedSale.of(ticketingEventId, hiEventsId, hiEventsEventId, contactData);
  }
}
