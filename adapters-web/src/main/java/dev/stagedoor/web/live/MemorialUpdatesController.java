package dev.stagedoor.web.live;

import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.MemorialsOn;
import dev.stagedoor.web.docs.ApiDescription;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** What changes on a memorial's page while somebody looks at it. */
@Requires(condition = MemorialsOn.class)
@Controller("/api/memorials/{id}/updates")
@Requires(beans = MemorialStreamService.class)
@Tag(name = "Live updates")
class MemorialUpdatesController {
  private final MemorialStreamService streams;
  private final SseStream stream;

  MemorialUpdatesController(MemorialStreamService streams, SseStream stream) {
    this.streams = streams;
    this.stream = stream;
  }

  /** Streams changes of a memorial's streams to whoever may see its page. */
  @SecurityRequirement(name = ApiDescription.VISITOR)
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  UpdatesResponse updates(Actor actor, HttpRequest<?> http, UUID id) {
    MemorialId memorial = new MemorialId(id);
    streams.mustBeOpenTo(actor, memorial);
    Subject channel = Memorial.subject(memorial);
    return stream.of(channel, SseStream.lastEventId(http));
  }
}
