package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.storage.StorageProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Publishes the local store and what it was configured with. */
@Factory
final class LocalFilesProviderFactory {
  @Singleton
  LocalFilesConfig localFilesConfig(
      LocalFilesProperties properties, HttpServerConfiguration server) {
    LocalFilesConfig config = properties.toConfig();
    if (config.maxBytes() > server.getMaxRequestSize()) {
      throw LocalFilesConfig.RULES.refused(
          "max-bytes",
          "must not be more than micronaut.server.max-request-size, " + server.getMaxRequestSize());
    }
    return config;
  }

  @Singleton
  LocalFiles localFiles(LocalFilesConfig config, Clock clock) {
    return LocalFiles.open(config, clock);
  }

  @Singleton
  StorageProvider storage(LocalFiles files) {
    return files.storageProvider();
  }
}
