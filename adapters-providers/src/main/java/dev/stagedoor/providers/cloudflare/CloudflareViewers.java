package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.providers.cloudflare.CloudflareAddresses.Place;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts viewers at the host that plays. It takes no credentials and has a circuit of its own: that
 * it does not answer says nothing of the API.
 */
final class CloudflareViewers {
  private final ProviderRuntime runtime;
  private final HttpLimits limits;
  private final AtomicReference<@Nullable Line> line = new AtomicReference<>();

  private record Line(String host, ProviderHttp http) {}

  CloudflareViewers(ProviderRuntime runtime, HttpLimits limits) {
    this.runtime = runtime;
    this.limits = limits.withRepeats(0);
  }

  /** Returns how many watch a live input, empty where nobody tells. */
  OptionalLong of(Place place) {
    JsonNode viewers;
    try {
      viewers =
          http(place.host())
              .get("live_input.viewers", "/{}/views", place.id())
              .send()
              .json()
              .path("liveViewers");
    } catch (ProviderException notTold) {
      // A count is not worth the state it would come with.
      return OptionalLong.empty();
    }
    return viewers.isIntegralNumber() && viewers.canConvertToLong() && viewers.longValue() >= 0
        ? OptionalLong.of(viewers.longValue())
        : OptionalLong.empty();
  }

  private ProviderHttp http(String host) {
    Line known = line.get();
    if (known == null || !known.host().equals(host)) {
      known =
          new Line(
              host,
              ProviderHttp.to(Cloudflare.ID, URI.create(host), runtime).limits(limits).build());
      line.set(known);
    }
    return known.http();
  }
}
