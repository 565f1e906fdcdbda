package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A live input as Cloudflare describes it. */
record CloudflareInput(String uid, JsonNode body) {

  static CloudflareInput of(JsonNode body) {
    return new CloudflareInput(CloudflareFields.mustHave(body, "uid"), body);
  }

  LiveInput toLiveInput(CloudflareAddresses addresses) {
    return new LiveInput(
        new ProviderRef(Cloudflare.ID, uid),
        new IngestCredentials(rtmps(), srt(), whip()),
        place(addresses)
            .orElseThrow(() -> new IllegalArgumentException("no address to play from"))
            .playlist());
  }

  private Optional<IngestCredentials.Rtmp> rtmps() {
    JsonNode rtmps = body.path("rtmps");
    return CloudflareFields.text(rtmps, "streamKey")
        .map(
            key ->
                new IngestCredentials.Rtmp(
                    CloudflareFields.mustHave(rtmps, "url"), Secret.of(key)));
  }

  private Optional<Secret> srt() {
    JsonNode srt = body.path("srt");
    return CloudflareFields.text(srt, "passphrase")
        .map(
            passphrase ->
                Secret.of(
                    CloudflareFields.mustHave(srt, "url")
                        + "?streamid="
                        + encode(CloudflareFields.mustHave(srt, "streamId"))
                        + "&passphrase="
                        + encode(passphrase)));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Optional<Secret> whip() {
    return CloudflareFields.text(body.path("webRTC"), "url").map(Secret::of);
  }

  /** Finds where it plays: by its playlist where that is told, else by its WHIP address. */
  Optional<CloudflareAddresses.Place> place(CloudflareAddresses addresses) {
    return addresses.place(
        uid,
        CloudflareFields.text(body.path("playback"), "hls")
            .or(() -> CloudflareFields.text(body.path("webRTC"), "url")));
  }

  @Override
  public String toString() {
    return "live input " + uid;
  }
}
