package dev.stagedoor.web.live;

import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.LiveSellingOn;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** What changes in a workspace beside its shows, for its operators. */
@Requires(condition = LiveSellingOn.class)
@Controller("/api/workspaces/{id}/updates")
@Tag(name = "Live updates")
class WorkspaceUpdatesController {
  private final WorkspaceService workspaces;
  private final SseStream stream;

  WorkspaceUpdatesController(WorkspaceService workspaces, SseStream stream) {
    this.workspaces = workspaces;
    this.stream = stream;
  }

  /** Streams a workspace's integrations and its plan as they change, for a quarter of an hour. */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  UpdatesResponse updates(Actor actor, HttpRequest<?> http, UUID id) {
    WorkspaceId workspace = new WorkspaceId(id);
    var unused = workspaces.get(actor, workspace);
    return stream
        .of(Workspace.subject(workspace), SseStream.lastEventId(http))
        .lasting(SocketStream.LIFE);
  }
}
