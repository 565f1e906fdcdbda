package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Cloudflare in a server, and offers what it can do. */
@Factory
final class CloudflareProviderFactory {
  @Singleton
  CloudflareConfig config(CloudflareProperties properties) {
    return properties.toConfig();
  }

  @Singleton
  Cloudflare cloudflare(CloudflareConfig config, ProviderRuntime runtime) {
    return Cloudflare.open(config, runtime);
  }

  @Singleton
  VideoProvider video(Cloudflare cloudflare) {
    return cloudflare.videoProvider();
  }

  @Singleton
  LibraryProvider library(Cloudflare cloudflare) {
    return cloudflare.libraryProvider();
  }

  @Singleton
  WebhookProvider webhooks(Cloudflare cloudflare) {
    return cloudflare.webhookProvider();
  }
}
