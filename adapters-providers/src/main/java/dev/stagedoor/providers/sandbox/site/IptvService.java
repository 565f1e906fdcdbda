package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.iptv.SandboxIptv;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

/** The IPTV service, at the addresses that services of its kind have; for players of any page. */
@Controller("/sandbox/iptv")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IptvService {
  private static final String PLAYLIST = "application/x-mpegurl;charset=utf-8";
  private static final String FRESH = "no-store";

  private final SandboxIptv iptv;

  IptvService(Sandbox sandbox) {
    this.iptv = sandbox.iptv();
  }

  @Get
  StationsResponse stations() {
    return StationsResponse.from(iptv);
  }

  @Get("/get.php")
  @Produces(PLAYLIST)
  HttpResponse<String> playlist(
      @QueryValue(defaultValue = "") String username,
      @QueryValue(defaultValue = "") String password) {
    return iptv.knows(username, password)
        ? open(HttpResponse.ok(iptv.playlist(username, password)))
        : refused();
  }

  @Get("/player_api.php")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<String> lists(
      @QueryValue(defaultValue = "") String username,
      @QueryValue(defaultValue = "") String password,
      @QueryValue Optional<String> action) {
    if (!iptv.knows(username, password) || action.isEmpty()) {
      return open(HttpResponse.ok(iptv.account(username, password)));
    }
    return open(
        HttpResponse.ok(
            switch (action.get()) {
              case "get_live_categories" -> iptv.groups();
              case "get_live_streams" -> iptv.streams();
              default -> "[]";
            }));
  }

  @Get("/xmltv.php")
  @Produces("application/xml;charset=utf-8")
  HttpResponse<String> guide(
      @QueryValue(defaultValue = "") String username,
      @QueryValue(defaultValue = "") String password) {
    return iptv.knows(username, password) ? open(HttpResponse.ok(iptv.guide())) : refused();
  }

  @Get("/live/{username}/{password}/{number}.m3u8")
  @Produces(VideoPlayback.PLAYLIST)
  HttpResponse<String> live(
      @PathVariable String username, @PathVariable String password, @PathVariable String number) {
    if (!iptv.knows(username, password)) {
      return refused();
    }
    return iptv.live(number)
        .map(text -> open(HttpResponse.ok(text)))
        .orElseGet(() -> open(HttpResponse.notFound()));
  }

  @Get("/logo.jpg")
  @Produces(MediaType.IMAGE_JPEG)
  HttpResponse<byte[]> logo() {
    return VideoPlayback.open(
        HttpResponse.ok(TestPicture.thumbnail()), "public, max-age=31536000, immutable");
  }

  private static HttpResponse<String> refused() {
    return open(HttpResponse.status(HttpStatus.UNAUTHORIZED));
  }

  private static MutableHttpResponse<String> open(MutableHttpResponse<String> response) {
    return VideoPlayback.open(response, FRESH);
  }
}
