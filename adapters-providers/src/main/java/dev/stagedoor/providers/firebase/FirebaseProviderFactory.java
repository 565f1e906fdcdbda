package dev.stagedoor.providers.firebase;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Publishes the Firebase identity provider. */
@Factory
final class FirebaseProviderFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Firebase firebase(FirebaseConfig config, ProviderRuntime runtime) {
    return Firebase.open(config, runtime);
  }

  @Singleton
  AuthProvider firebaseAuth(Firebase firebase) {
    return firebase.authProvider();
  }
}
