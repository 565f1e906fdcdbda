package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.Optional;

/** One environment of Mux, ready to be used. */
public final class Mux {
  public static final ProviderId ID = new ProviderId("mux");

  private final VideoProvider video;
  private final LibraryProvider library;
  private final WebhookProvider webhooks;

  private Mux(MuxConfig config, ProviderRuntime runtime, HttpLimits limits) {
    MuxApi api = new MuxApi(config, runtime, limits);
    MuxAddresses addresses = new MuxAddresses(config);
    Optional<PlaybackSigning> signing =
        config.signingKey().map(key -> new MuxPlaybackSigning(key, addresses, runtime.clock()));
    Optional<MuxViewers> viewers =
        config
            .statsUrl()
            .flatMap(
                url -> config.signingKey().map(key -> new MuxViewers(url, key, runtime, limits)));
    this.video =
        new VideoProvider(
            ID,
            new MuxLiveIngest(api, addresses, viewers, config.testMode()),
            new MuxRecordings(api, addresses, runtime.clock()));
    this.library =
        new LibraryProvider(
            ID, new MuxLibrary(api, addresses, runtime.clock(), config.testMode()), signing);
    this.webhooks =
        new WebhookProvider(
            ID, new MuxWebhooks(config.webhookSecret(), addresses, runtime.clock()));
  }

  /** Opens an environment. Nothing is called until something is asked. */
  public static Mux open(MuxConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens an environment that is given other times to answer in. */
  public static Mux open(MuxConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Mux(config, runtime, limits);
  }

  public VideoProvider videoProvider() {
    return video;
  }

  public LibraryProvider libraryProvider() {
    return library;
  }

  /** Returns who understands the webhooks that Mux sends. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
