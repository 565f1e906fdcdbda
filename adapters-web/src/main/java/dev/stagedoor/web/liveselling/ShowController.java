package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows: planned, live, ended. */
@Controller("/api/shows")
@Tag(name = "Live selling")
class ShowController {

  private final ShowService shows;

  ShowController(ShowService shows) {
    this.shows = shows;
  }

  /** Plans a show in the caller's workspace. */
  @Post
  @Status(HttpStatus.CREATED)
  ShowResponse create(Actor actor, @Body NewShowRequest request) {
    actor.mustBeSignedIn();
    return ShowResponse.from(
        shows.create(
            actor,
            Optional.ofNullable(request.workspaceId()).map(WorkspaceId::new),
            Sent.required(request.name(), "name"),
            Optional.ofNullable(request.platformPostId())));
  }

  /** Lists a workspace's shows, the newest first. */
  @Get
  ShowsResponse list(Actor actor, @QueryValue @Nullable UUID workspaceId, PageRequest page) {
    return ShowsResponse.from(
        shows.list(actor, Optional.ofNullable(workspaceId).map(WorkspaceId::new), page));
  }

  /** Returns a show to its operators. */
  @Get("/{id}")
  ShowResponse get(Actor actor, UUID id) {
    return ShowResponse.from(shows.get(actor, new ShowId(id)));
  }

  /** Changes what is sent. */
  @Patch("/{id}")
  ShowResponse change(Actor actor, UUID id, @Body ChangeShowRequest request) {
    actor.mustBeSignedIn();
    return ShowResponse.from(
        shows.change(
            actor,
            new ShowId(id),
            Optional.ofNullable(request.name()),
            Optional.ofNullable(request.platformPostId())));
  }

  /** Begins: what is written from now on counts. */
  @Post("/{id}/start")
  ShowResponse start(Actor actor, UUID id) {
    return ShowResponse.from(shows.start(actor, new ShowId(id)));
  }

  /** Ends: what is written from now on does not count. */
  @Post("/{id}/end")
  ShowResponse end(Actor actor, UUID id) {
    return ShowResponse.from(shows.end(actor, new ShowId(id)));
  }
}
