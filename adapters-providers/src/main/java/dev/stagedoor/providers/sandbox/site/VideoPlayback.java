package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.video.SandboxVideo;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** What players fetch, from any page. */
@Controller("/sandbox/video")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VideoPlayback {
  static final String PLAYLIST = "application/vnd.apple.mpegurl";
  private static final String SEGMENT = "video/mp2t";
  private static final String FOR_LONG = "public, max-age=31536000, immutable";

  private final SandboxVideo video;

  VideoPlayback(Sandbox sandbox) {
    this.video = sandbox.video();
  }

  @Get("/{id}/manifest/video.m3u8")
  @Produces(PLAYLIST)
  HttpResponse<String> playlist(
      HttpRequest<?> request, @PathVariable String id, @QueryValue Optional<String> session) {
    Optional<String> live =
        video.livePlaylist(id, session.orElseGet(() -> addressAndAgent(request)));
    return live.or(() -> video.recordedPlaylist(id))
        .map(text -> open(HttpResponse.ok(text), live.isPresent() ? "no-store" : "no-cache"))
        .orElseGet(() -> open(HttpResponse.notFound(), "no-store"));
  }

  @Get("/picture/{segment}")
  @Produces(SEGMENT)
  HttpResponse<byte[]> segment(@PathVariable String segment) {
    return TestPicture.segment(segment)
        .map(bytes -> open(HttpResponse.ok(bytes), FOR_LONG))
        .orElseGet(() -> open(HttpResponse.notFound(), "no-store"));
  }

  @Get("/{id}/thumbnails/thumbnail.jpg")
  @Produces(MediaType.IMAGE_JPEG)
  HttpResponse<byte[]> thumbnail(@PathVariable String id) {
    return video.exists(id)
        ? open(HttpResponse.ok(TestPicture.thumbnail()), FOR_LONG)
        : open(HttpResponse.notFound(), "no-store");
  }

  static <T> MutableHttpResponse<T> open(MutableHttpResponse<T> response, String cache) {
    return response
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header(HttpHeaders.CACHE_CONTROL, cache);
  }

  private static String addressAndAgent(HttpRequest<?> request) {
    return request.getRemoteAddress().getHostString()
        + " "
        + Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT)).orElse("");
  }
}
