package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.library.Clip;
import dev.stagedoor.providers.sandbox.library.SandboxClips;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Where browsers send files, from the pages of the site the address was made for. */
@Controller("/sandbox/library/uploads")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClipUploads {
  /** What the addresses begin with; whoever has one may send, from wherever the clip says. */
  static final String PATH = "/sandbox/library/uploads/";

  private final SandboxClips clips;

  ClipUploads(Sandbox sandbox) {
    this.clips = sandbox.clips();
  }

  @Put("/{uid}/{token}")
  @Consumes(MediaType.ALL)
  HttpResponse<?> receive(
      HttpRequest<byte[]> request, @PathVariable String uid, @PathVariable String token) {
    byte[] file = request.getBody().orElseGet(() -> new byte[0]);
    if (file.length > SandboxClips.LARGEST) {
      throw ControlRefusal.of(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "FILE_TOO_LARGE",
          "The sandbox takes files up to 10 MB.");
    }
    if (file.length == 0) {
      throw ControlRefusal.invalid("body", "The file is empty.");
    }
    Optional<Clip> clip = clips.receive(uid, token, file);
    return open(
        HttpResponse.ok(),
        clip.orElseThrow(
            () -> ControlRefusal.notFound("No file can be sent here, or none any more.")));
  }

  /** Lets the pages of another site send, where the address was made for that site. */
  @Options("/{uid}/{token}")
  HttpResponse<?> ask(@PathVariable String uid, @PathVariable String token) {
    return clips
        .sendable(uid, token)
        .map(
            clip ->
                open(HttpResponse.noContent(), clip)
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "PUT")
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type"))
        .orElseThrow(() -> ControlRefusal.notFound("No file can be sent here, or none any more."));
  }

  private static MutableHttpResponse<?> open(MutableHttpResponse<?> response, Clip clip) {
    Optional.ofNullable(clip.origin())
        .ifPresent(origin -> response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
    return response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
  }
}
