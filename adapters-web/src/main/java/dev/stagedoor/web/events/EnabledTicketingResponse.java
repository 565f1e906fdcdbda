package dev.stagedoor.web.events;

import dev.stagedoor.application.events.EnabledTicketing;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.Optional;

/** An event whose tickets can be set up now, and where the organiser goes to do so. */
@Serdeable
public record EnabledTicketingResponse(EventResponse.Event event, Optional<URI> redirectUrl) {
  static EnabledTicketingResponse from(EnabledTicketing enabled) {
    return new EnabledTicketingResponse(
        EventResponse.Event.from(enabled.event()), enabled.redirectUrl());
  }
}
