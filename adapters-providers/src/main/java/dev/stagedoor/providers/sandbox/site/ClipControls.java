package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.library.Clip;
import dev.stagedoor.providers.sandbox.library.SandboxClips;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What an operator sees of the library, and can spoil. */
@Controller("/sandbox/library")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClipControls {
  private final SandboxClips clips;

  ClipControls(Sandbox sandbox) {
    this.clips = sandbox.clips();
  }

  @Get
  ClipsResponse list(@QueryValue(defaultValue = "50") int limit) {
    return new ClipsResponse(clips.newest(Limit.of(limit)).stream().map(this::response).toList());
  }

  @Post("/{uid}/fail")
  ClipsResponse.ClipResponse fail(@PathVariable String uid, @Body FailRequest request) {
    return clips
        .fail(uid, request.reason())
        .map(this::response)
        .orElseThrow(() -> ControlRefusal.notFound("The sandbox has no such video."));
  }

  private ClipsResponse.ClipResponse response(Clip clip) {
    return ClipsResponse.ClipResponse.from(clip, clips.stage(clip));
  }
}
