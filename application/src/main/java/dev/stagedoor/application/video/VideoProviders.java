package dev.stagedoor.application.video;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.VideoProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The video providers that are switched on, and which one carries new live streams. A stored stream
 * always goes back to the provider that made its input.
 */
public final class VideoProviders {
  private final Map<ProviderId, VideoProvider> byId = new LinkedHashMap<>();
  private final ProviderId live;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the provider for live streams is
   *     not on
   */
  public VideoProviders(List<VideoProvider> providers, ProviderId live) {
    for (VideoProvider provider : providers) {
      if (byId.put(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two video providers are called " + provider.id());
      }
    }
    if (!byId.containsKey(live)) {
      throw new IllegalArgumentException(
          "the route live leads to " + live + ", which is not on; on are " + byId.keySet());
    }
    this.live = live;
  }

  /** One provider for everything. */
  public static VideoProviders only(VideoProvider provider) {
    return new VideoProviders(List.of(provider), provider.id());
  }

  /** Returns the provider that carries new live streams. */
  public ProviderId live() {
    return live;
  }

  VideoProvider of(LiveStream stream) {
    VideoProvider provider = byId.get(stream.provider());
    if (provider == null) {
      throw new IllegalStateException(
          stream.id() + " was made at " + stream.provider() + ", which is not on");
    }
    return provider;
  }
}
