package dev.stagedoor.web.live;

import dev.stagedoor.application.liveselling.ShowService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.web.LiveSellingOn;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** What changes in a show, for its operators. */
@Requires(condition = LiveSellingOn.class)
@Controller("/api/shows/{id}/updates")
@Tag(name = "Live updates")
class ShowUpdatesController {
  private final ShowService shows;
  private final SseStream stream;

  ShowUpdatesController(ShowService shows, SseStream stream) {
    this.shows = shows;
    this.stream = stream;
  }

  /**
   * Streams claims, items, buyers and invoices of a show as they change, for a quarter of an hour.
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  UpdatesResponse updates(Actor actor, HttpRequest<?> http, UUID id) {
    ShowId show = new ShowId(id);
    shows.get(actor, show);
    return stream.of(Show.subject(show), SseStream.lastEventId(http)).lasting(SocketStream.LIFE);
  }
}
