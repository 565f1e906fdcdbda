package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.bootstrap.config.DatabaseConfig;
import dev.stagedoor.bootstrap.config.EncryptionConfig;
import dev.stagedoor.bootstrap.config.SettingKinds;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.persistence.Persistence;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens the database, the server's own or an external one, and publishes what it keeps. */
@Factory
final class DatabaseFactory {
  /** Takes the checks, so that no database is started for a server that is then refused. */
  @Bean(preDestroy = "close")
  @Singleton
  Database database(
      DatabaseConfig config,
      StagedoorConfig server,
      SettingKinds checkedSettings,
      ProductionGuard checkedEnvironment,
      Purpose purpose,
      Opened opened) {
    Database database = Database.open(config, server.dataFolder(), purpose);
    opened.add(database::close);
    return database;
  }

  @Bean(preDestroy = "close")
  @Singleton
  Persistence persistence(
      Database database, DatabaseConfig config, EncryptionConfig encryption, Opened opened) {
    Persistence persistence =
        Persistence.open(
            database.url(),
            database.username(),
            database.password(),
            config.poolSize(),
            encryption.encryptionKeys());
    opened.add(persistence::close);
    return persistence;
  }

  @Singleton
  PersistencePorts ports(Persistence persistence) {
    return persistence.ports();
  }

  @Singleton
  CredentialRepository credentials(Persistence persistence) {
    return persistence.credentials();
  }

  @Singleton
  LocalSessionRepository localSessions(Persistence persistence) {
    return persistence.localSessions();
  }

  @Singleton
  SandboxMemory sandboxMemory(Persistence persistence) {
    return persistence.sandboxMemory();
  }

  @Singleton
  IdempotencyRecords idempotencyRecords(PersistencePorts ports) {
    return ports.idempotencyRecords();
  }

  @Singleton
  LiveFeed liveFeed(PersistencePorts ports) {
    return ports.liveFeed();
  }
}
