package dev.stagedoor.bootstrap.config;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Optional;

/**
 * Where the data is kept.
 *
 * @param url a PostgreSQL JDBC URL; empty for the PostgreSQL that the server brings and runs itself
 * @param poolSize how many connections the server holds at most
 */
@ConfigurationProperties("stagedoor.database")
public record DatabaseConfig(
    @Bindable(defaultValue = "") String url,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") Secret password,
    @Bindable(defaultValue = "16") int poolSize) {
  public DatabaseConfig {
    if (!url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
      throw new InvalidSetting(
          "stagedoor.database.url", "must begin with jdbc:postgresql:, or be empty");
    }
    if (poolSize < 4 || poolSize > 200) {
      throw new InvalidSetting("stagedoor.database.pool-size", "must be from 4 to 200");
    }
  }

  /** Returns the URL of an external database, empty when the server runs its own. */
  public Optional<String> external() {
    return url.isBlank() ? Optional.empty() : Optional.of(url);
  }

  @Override
  public String toString() {
    return "DatabaseConfig[username=" + username + ", poolSize=" + poolSize + "]";
  }
}
