package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Tokens;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ConversionService;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Publishes the local identity provider and what it was configured with. */
@Factory
final class LocalAuthProviderFactory {
  @Singleton
  LocalAuthConfig localAuthConfig(LocalAuthProperties properties, ConversionService conversions) {
    return properties.toConfig(conversions);
  }

  @Singleton
  AuthProvider localAuth(
      LocalAuthConfig config,
      CredentialRepository credentials,
      LocalSessionRepository sessions,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    return LocalAuth.open(config, credentials, sessions, clock, ids, tokens);
  }
}
