package dev.stagedoor.providers.facebook;

import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;

/** One app at Meta, ready to be used by any number of pages. */
public final class Facebook {
  public static final ProviderId ID = new ProviderId("facebook");

  private final ChannelProvider channels;
  private final WebhookProvider webhooks;

  private Facebook(FacebookConfig config, ProviderRuntime runtime) {
    GraphApi graph = new GraphApi(config, runtime);
    channels =
        new ChannelProvider(ID, new FacebookChannels(graph), new FacebookDirectMessages(graph));
    webhooks = new WebhookProvider(ID, new FacebookWebhooks(config.appSecret()));
  }

  /** Opens the app. Nothing is called until something is asked. */
  public static Facebook open(FacebookConfig config, ProviderRuntime runtime) {
    return new Facebook(config, runtime);
  }

  public ChannelProvider channelProvider() {
    return channels;
  }

  /** Returns who understands the webhooks that Meta sends. */
  public WebhookProvider webhookProvider() {
    return webhooks;
  }
}
