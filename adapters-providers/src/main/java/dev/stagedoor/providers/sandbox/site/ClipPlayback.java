package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.library.SandboxClips;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** What players fetch of the library, from any page. */
@Controller("/sandbox/library")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClipPlayback {
  private final SandboxClips clips;

  ClipPlayback(Sandbox sandbox) {
    this.clips = sandbox.clips();
  }

  @Get("/{uid}/manifest/video.m3u8")
  @Produces(VideoPlayback.PLAYLIST)
  HttpResponse<String> playlist(@PathVariable String uid, @QueryValue Optional<String> token) {
    return clips
        .playlist(uid, token)
        .map(text -> VideoPlayback.open(HttpResponse.ok(text), "no-store"))
        .orElseGet(() -> VideoPlayback.open(HttpResponse.notFound(), "no-store"));
  }

  @Get("/{uid}/thumbnails/thumbnail.jpg")
  @Produces(MediaType.IMAGE_JPEG)
  HttpResponse<byte[]> thumbnail(@PathVariable String uid, @QueryValue Optional<String> token) {
    return clips.shows(uid, token)
        ? VideoPlayback.open(HttpResponse.ok(TestPicture.thumbnail()), "no-store")
        : VideoPlayback.open(HttpResponse.notFound(), "no-store");
  }
}
