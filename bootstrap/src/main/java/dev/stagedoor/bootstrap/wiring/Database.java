package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.bootstrap.config.DatabaseConfig;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.persistence.embedded.FolderInUse;
import java.nio.file.Path;
import java.util.Optional;

/** The database of this server: its own, which it starts and stops, or one that runs elsewhere. */
public record Database(String url, String username, Secret password, Optional<EmbeddedDatabase> own)
    implements AutoCloseable {
  static Database open(DatabaseConfig config, Path folder, Purpose purpose) {
    if (config.external().isPresent()) {
      return new Database(
          config.external().get(), config.username(), config.password(), Optional.empty());
    }
    try {
      EmbeddedDatabase own = EmbeddedDatabase.start(folder);
      return new Database(own.url(), own.username(), own.password(), Optional.of(own));
    } catch (FolderInUse inUse) {
      if (purpose == Purpose.SERVE) {
        throw inUse;
      }
      EmbeddedDatabase.Address running = EmbeddedDatabase.inUse(folder).orElseThrow(() -> inUse);
      return new Database(running.url(), running.username(), running.password(), Optional.empty());
    }
  }

  /** Says where the data is, for people. */
  public String description(Path folder) {
    return own.isPresent()
        ? "PostgreSQL of its own in " + folder.toAbsolutePath().normalize()
        : toString();
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedDatabase::close);
  }

  @Override
  public String toString() {
    return url.replaceAll("\\?.*", "");
  }
}
