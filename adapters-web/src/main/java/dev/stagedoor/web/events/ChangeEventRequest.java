package dev.stagedoor.web.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.events.ChangeEvent;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Given;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an event; what is absent stays, and {@code endsAt: null} takes the end away.
 *
 * @param contactData takes the place of all that there was
 * @param hasTicketing whether tickets shall be sold: begins to set them up, or gives that up
 * @param ticketingEventId the event of the ticketing system that sells the tickets; also by the
 *     names that follow, and as {@code hiEventsEventId} in the contact data
 */
@Serdeable
public record ChangeEventRequest(
    @Nullable String title,
    @Nullable String startsAt,
    @Nullable Given endsAt,
    @Nullable String timeZone,
    @Nullable String venue,
    @Nullable String description,
    @Nullable Map<String, @Nullable String> contactData,
    @Nullable Boolean hasTicketing,
    @JsonProperty("ticketing_event_id") @Nullable String ticketingEventId,
    @JsonProperty("hi_events_event_id") @Nullable String hiEventsId,
    @Nullable String hiEventsEventId) {
  /**
   * @param current the time zone it has now, in which times are meant unless another is sent
   */
  ChangeEvent toCommand(ZoneId current) {
    Faults faults = new Faults();
    Optional<Optional<ZoneId>> zone = faults.read(() -> Times.zone(timeZone));
    ZoneId where = zone.flatMap(read -> read).orElse(current);
    Optional<Optional<Instant>> begins =
        faults.read(
            () -> Optional.ofNullable(startsAt).map(text -> Times.moment(text, where, "startsAt")));
    Optional<Optional<Optional<Instant>>> ends = faults.read(() -> end(where));
    Optional<Optional<ContactData>> contact =
        faults.read(() -> Optional.ofNullable(contactData).map(Legacy::kept));
    faults.refuseAny();
    return new ChangeEvent(
        Optional.ofNullable(title),
        begins.orElseThrow(),
        ends.orElseThrow(),
        zone.orElseThrow(),
        Optional.ofNullable(venue),
        Optional.ofNullable(description),
        contact.orElseThrow(),
        Optional.ofNullable(hasTicketing),
        sale().id());
  }

  private Optional<Optional<Instant>> end(ZoneId where) {
    if (endsAt == null) {
      return Optional.empty();
    }
    Optional<String> wanted = endsAt.text().filter(text -> !text.isBlank());
    Optional<Instant> end = wanted.map(text -> Times.moment(text, where, "endsAt"));
    return Optional.of(end);
  }

  NamedSale sale() {
    return NamedSale.of(ticketingEventId, hiEventsId, hiEventsEventId, contactData);
  }
}
