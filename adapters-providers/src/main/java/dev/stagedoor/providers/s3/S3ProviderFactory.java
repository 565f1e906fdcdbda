package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Publishes the S3 store. */
@Factory
final class S3ProviderFactory {
  @Singleton
  @Bean(preDestroy = "close")
  S3 s3(S3Config config, ProviderRuntime runtime) {
    return S3.open(config, runtime);
  }

  @Singleton
  StorageProvider s3Storage(S3 s3) {
    return s3.storageProvider();
  }
}
