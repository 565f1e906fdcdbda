package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Asks how many watch a live stream. It is a service of its own (Engagement Counts), which sees
 * only players that report to Mux Data, so it has a circuit of its own, and its failing is no
 * failure of the stream.
 */
final class MuxViewers {
  private static final String AUDIENCE = "live_stream_id";
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  private final ProviderHttp http;
  private final MuxSigningKey key;
  private final Clock clock;

  MuxViewers(URI stats, MuxSigningKey key, ProviderRuntime runtime, HttpLimits limits) {
    this.http = ProviderHttp.to(Mux.ID, stats, runtime).limits(limits.withRepeats(0)).build();
    this.key = key;
    this.clock = runtime.clock();
  }

  OptionalLong of(String liveStream) {
    try {
      JsonNode viewers =
          http.get("viewers.read", "/counts")
              .query("token", key.sign(liveStream, AUDIENCE, clock.instant().plus(TOKEN_LIFE)))
              .send()
              .json()
              .path("data")
              .path(0)
              .path("viewers");
      return viewers.isIntegralNumber() && viewers.canConvertToLong()
          ? OptionalLong.of(viewers.longValue())
          : OptionalLong.empty();
    } catch (ProviderException e) {
      // Observed as a failed call; to whoever asks for the stream it is a number nobody knows.
      return OptionalLong.empty();
    }
  }
}
