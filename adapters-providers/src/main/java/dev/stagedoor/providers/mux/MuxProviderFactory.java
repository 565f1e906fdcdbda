package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Mux in a server, and offers what it can do. */
@Factory
final class MuxProviderFactory {
  @Singleton
  MuxConfig config(MuxProperties properties) {
    return properties.toConfig();
  }

  @Singleton
  Mux mux(MuxConfig config, ProviderRuntime runtime) {
    return Mux.open(config, runtime);
  }

  @Singleton
  VideoProvider video(Mux mux) {
    return mux.videoProvider();
  }

  @Singleton
  LibraryProvider library(Mux mux) {
    return mux.libraryProvider();
  }

  @Singleton
  WebhookProvider webhooks(Mux mux) {
    return mux.webhookProvider();
  }
}
