package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;

/** One account of Cloudflare Stream, ready to be used. */
public final class Cloudflare {
  public static final ProviderId ID = new ProviderId("cloudflare");

  private final VideoProvider video;
  private final LibraryProvider library;
  private final WebhookProvider webhooks;

  private Cloudflare(CloudflareConfig config, ProviderRuntime runtime, HttpLimits limits) {
    CloudflareApi api = new CloudflareApi(config, runtime, limits);
    CloudflareAddresses addresses = new CloudflareAddresses(config.playbackUrl());
    this.video =
        new VideoProvider(
            ID,
            new CloudflareLiveIngest(
                api, addresses, new CloudflareViewers(runtime, limits), config, runtime.clock()),
            new CloudflareRecordings(api, addresses));
    this.library =
        new LibraryProvider(
            ID,
            new CloudflareLibrary(api, addresses, config.allowedOrigins(), runtime.clock()),
            config
                .signingKey()
                .map(key -> new CloudflarePlaybackSigning(key, addresses, runtime.clock())));
    this.webhooks =
        new WebhookProvider(ID, new CloudflareWebhooks(config, addresses, runtime.clock()));
  }

  /** Opens an account. Nothing is called until something is asked. */
  public static Cloudflare open(CloudflareConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens an account that is given other times to answer in. */
  public static Cloudflare open(
      CloudflareConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Cloudflare(config, runtime, limits);
  }

  public VideoProvider videoProvider() {
    return video;
  }

  /** Returns the library; it signs where a signing key was given. */
  public LibraryProvider libraryProvider() {
    return library;
  }

  /** Returns who understands Stream's webhooks and Notifications. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
