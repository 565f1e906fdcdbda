package dev.stagedoor.web.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.domain.kernel.ProviderRef;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An event, wrapped as clients expect it. */
@Serdeable
public record EventResponse(Event event) {

  /**
   * An event, with how its tickets stand: none, setup, active or inactive.
   *
   * @param hiEventsEventId the sale's number, where the ticketing system has numbers
   * @param ticketingStale whether the ticketing system cannot be asked, so that this may be out of
   *     date
   * @param contactData names with a text each, and what clients of old look for in it
   */
  @Serdeable
  public record Event(
      UUID id,
      String title,
      Instant startsAt,
      Optional<Instant> endsAt,
      String timeZone,
      Optional<String> venue,
      Optional<String> description,
      UUID organiserId,
      String organiserName,
      boolean isOver,
      boolean hasTicketing,
      Optional<Long> hiEventsEventId,
      @JsonProperty("ticketing_enabled") boolean ticketingEnabled,
      @JsonProperty("ticketing_status") String ticketingStatus,
      @JsonProperty("ticketing_stale") boolean ticketingStale,
      @JsonProperty("ticketing_provider") Optional<String> ticketingProvider,
      @JsonProperty("ticketing_event_id") Optional<String> ticketingEventId,
      @JsonProperty("hi_events_event_id") Optional<Long> hiEventsId,
      @JsonProperty("hi_events_event_url") Optional<URI> hiEventsEventUrl,
      Map<String, Object> contactData,
      Instant createdAt,
      Instant updatedAt) {
    static Event from(EventView view) {
      TicketingView tickets = view.ticketing();
      return new Event(
          view.id(),
          view.title(),
          view.startsAt(),
          view.endsAt(),
          view.timeZone().getId(),
          given(view.venue()),
          given(view.description()),
          view.organiserId(),
          view.organiserName(),
          view.isOver(),
          tickets.isEnabled(),
          Legacy.number(tickets),
          tickets.isEnabled(),
          tickets.status(),
          tickets.stale(),
          tickets.provider(),
          tickets.sale().map(ProviderRef::value),
          Legacy.number(tickets),
          tickets.page(),
          Legacy.contact(view.contact(), tickets),
          view.createdAt(),
          view.updatedAt());
    }

    private static Optional<String> given(String text) {
      return Optional.of(text).filter(written -> !written.isEmpty());
    }
  }

  static EventResponse from(EventView view) {
    return new EventResponse(Event.from(view));
  }
}
