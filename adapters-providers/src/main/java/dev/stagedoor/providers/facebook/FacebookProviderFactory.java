package dev.stagedoor.providers.facebook;

import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Facebook in a server, and offers what it can do. */
@Factory
final class FacebookProviderFactory {
  @Singleton
  Facebook facebook(FacebookConfig config, ProviderRuntime runtime) {
    return Facebook.open(config, runtime);
  }

  @Singleton
  ChannelProvider channels(Facebook facebook) {
    return facebook.channelProvider();
  }

  @Singleton
  WebhookProvider webhooks(Facebook facebook) {
    return facebook.webhookProvider();
  }
}
