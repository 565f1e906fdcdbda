package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.WatchProgressService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;

/** How far profiles are with what they watch, whichever device they use. */
@Controller("/api/v1/progress")
@Tag(name = "Subscription TV")
class WatchProgressController {
  private final WatchProgressService progress;

  WatchProgressController(WatchProgressService progress) {
    this.progress = progress;
  }

  /** Takes in what a device tells; in whatever order devices tell, the newest holds. */
  @Put
  WatchProgressResponse tell(Actor actor, ProfileChoice as, @Body WatchProgressRequest request) {
    actor.mustBeSignedIn();
    return WatchProgressResponse.from(progress.tell(actor, as, request.toCommand()));
  }

  /** Lists what was watched, the last first. */
  @Get
  WatchedResponse list(Actor actor, ProfileChoice as, PageRequest page) {
    return WatchedResponse.from(progress.list(actor, as, page));
  }

  /** Returns how far somebody is with one thing. */
  @Get("/{item}")
  WatchProgressResponse get(Actor actor, ProfileChoice as, String item) {
    return WatchProgressResponse.from(progress.get(actor, as, item));
  }

  /** Forgets it. */
  @Delete("/{item}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, ProfileChoice as, String item) {
    progress.remove(actor, as, item);
  }
}
