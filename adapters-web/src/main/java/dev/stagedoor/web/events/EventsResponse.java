package dev.stagedoor.web.events;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of events. */
@Serdeable
public record EventsResponse(List<EventResponse.Event> events, int page, int limit, long total) {
  static EventsResponse from(Page<EventView> views) {
    return new EventsResponse(
        views.items().stream().map(EventResponse.Event::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
