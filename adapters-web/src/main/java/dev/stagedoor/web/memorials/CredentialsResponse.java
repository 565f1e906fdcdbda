package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What an encoder needs, in each way the provider takes it; for those who run the memorial. */
@Serdeable
public record CredentialsResponse(
    @Nullable String rtmpUrl,
    @Nullable String streamKey,
    @Nullable String srtUrl,
    @Nullable String whipUrl) {
  static CredentialsResponse from(IngestCredentials credentials) {
    return new CredentialsResponse(
        credentials.rtmp().map(IngestCredentials.Rtmp::url).orElse(null),
        credentials.rtmp().map(rtmp -> rtmp.streamKey().reveal()).orElse(null),
        credentials.srtUrl().map(Secret::reveal).orElse(null),
        credentials.whipUrl().map(Secret::reveal).orElse(null));
  }

  @Override
  public String toString() {
    return "CredentialsResponse[" + rtmpUrl + ", ****]";
  }
}
