package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.storage.StorageProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Publishes the local store and what it was configured with. */
@Factory
final class LocalFilesProviderFactory {
  @Singleton
  LocalFilesConfig localFilesConfig(LocalFilesProperties properties) {
    return properties.toConfig();
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
