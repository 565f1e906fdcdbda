package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Takes videos in at Cloudflare. Any page may send there, so the origin is told to nobody. */
final class CloudflareLibrary implements Library {
  private static final String ONE = "/{}";
  private static final Duration UPLOAD_LIFE = Duration.ofHours(1);
  private static final Duration LONGEST_VIDEO = Duration.ofHours(6);

  private final CloudflareApi api;
  private final CloudflareAddresses addresses;
  private final List<String> allowedOrigins;
  private final Clock clock;

  CloudflareLibrary(
      CloudflareApi api, CloudflareAddresses addresses, List<String> allowedOrigins, Clock clock) {
    this.api = api;
    this.addresses = addresses;
    this.allowedOrigins = allowedOrigins;
    this.clock = clock;
  }

  @Override
  public DirectUpload openUpload(NewVideo wanted, URI origin) {
    Instant until = clock.instant().plus(UPLOAD_LIFE).truncatedTo(ChronoUnit.SECONDS);
    Answer answer =
        api.post("upload.create", "/direct_upload")
            .json(
                request(wanted)
                    .put("maxDurationSeconds", LONGEST_VIDEO.toSeconds())
                    .put("expiry", until.toString()))
            .send();
    return CloudflareApi.result(answer, result -> upload(result, until));
  }

  private static DirectUpload upload(JsonNode result, Instant until) {
    return new DirectUpload(
        new ProviderRef(Cloudflare.ID, CloudflareFields.mustHave(result, "uid")),
        URI.create(CloudflareFields.mustHave(result, "uploadURL")),
        DirectUpload.Form.POST_FORM_FILE,
        until);
  }

  private ObjectNode request(NewVideo wanted) {
    ObjectNode request =
        Json.object()
            .put("creator", wanted.video().toString())
            .put("requireSignedURLs", wanted.signedOnly());
    request
        .putObject("meta")
        .put("name", wanted.title())
        .put(CloudflareVideo.META_VIDEO, wanted.video().value().toString())
        .put(CloudflareVideo.META_KEY, wanted.key().value());
    ArrayNode origins = request.putArray("allowedOrigins");
    allowedOrigins.forEach(origins::add);
    return request;
  }

  @Override
  public ProviderRef ingest(NewVideo wanted, URI source) {
    // Cloudflare knows no keys here: what was asked for before is found by its creator.
    Answer listed = api.get("video.list", "").query("creator", wanted.video().toString()).send();
    Optional<CloudflareVideo> known =
        CloudflareApi.result(listed, list -> under(list, wanted.key().value()));
    return known
        .map(CloudflareVideo::ref)
        .orElseGet(
            () ->
                CloudflareApi.result(
                    api.post("video.copy", "/copy")
                        .json(request(wanted).put("url", source.toString()))
                        .send(),
                    result -> CloudflareVideo.of(result).ref()));
  }

  private static Optional<CloudflareVideo> under(JsonNode list, String key) {
    if (!list.isArray()) {
      throw new IllegalArgumentException("no list of videos");
    }
    for (JsonNode one : list) {
      if (one.path("meta").path(CloudflareVideo.META_KEY).asText().equals(key)) {
        return Optional.of(CloudflareVideo.of(one));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<LibraryVideo> find(ProviderRef video) {
    Answer answer =
        api.get("video.read", ONE, video.value()).expecting(CloudflareApi.NOT_FOUND).send();
    return answer.status() == CloudflareApi.NOT_FOUND
        ? Optional.empty()
        : Optional.of(
            CloudflareApi.result(
                answer,
                body -> CloudflareVideo.of(body).toLibraryVideo(addresses, clock.instant())));
  }

  @Override
  public void delete(ProviderRef video) {
    api.delete("video.delete", ONE, video.value());
  }

  @Override
  public String toString() {
    return "the library of " + api;
  }
}
