package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.library.SandboxClips;
import dev.stagedoor.providers.support.files.FileResponses;
import dev.stagedoor.providers.support.files.Handout;
import dev.stagedoor.providers.support.files.OpenFile;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** What players fetch of the library, from any page. */
@Controller("/sandbox/library")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClipPlayback {
  /** Films come from strangers: browsers are to take them for films, whatever they are. */
  private static final Map<String, String> OPEN =
      Map.of(
          HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
          "*",
          "Cross-Origin-Resource-Policy",
          "cross-origin",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

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
    return clips
        .still(uid, token)
        .map(still -> VideoPlayback.open(HttpResponse.ok(still), "no-store"))
        .orElseGet(() -> VideoPlayback.open(HttpResponse.notFound(), "no-store"));
  }

  @Get(uri = "/{uid}/video.{ending}", produces = MediaType.ALL, headRoute = false)
  HttpResponse<?> film(
      HttpRequest<?> request,
      @PathVariable String uid,
      @PathVariable String ending,
      @QueryValue Optional<String> token)
      throws IOException {
    Optional<OpenFile> film = clips.film(uid, ending, token);
    return film.isPresent() ? handedOut(film.get(), request) : absent();
  }

  @Head("/{uid}/video.{ending}")
  @Produces(MediaType.ALL)
  HttpResponse<?> head(
      HttpRequest<?> request,
      @PathVariable String uid,
      @PathVariable String ending,
      @QueryValue Optional<String> token)
      throws IOException {
    return film(request, uid, ending, token);
  }

  private static HttpResponse<?> handedOut(OpenFile film, HttpRequest<?> request)
      throws IOException {
    return FileResponses.of(
        Handout.of(
            film,
            FileResponses.asked(request, "", InputStream.nullInputStream()),
            Optional.empty(),
            OPEN));
  }

  private static HttpResponse<?> absent() {
    return VideoPlayback.open(HttpResponse.notFound(), "no-store");
  }
}
