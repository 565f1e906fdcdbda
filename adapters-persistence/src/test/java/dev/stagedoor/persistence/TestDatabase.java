package dev.stagedoor.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.crypto.EncryptedValues;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own on the one server of a test run, migrated, and closed with everything that
 * was opened on it.
 */
public final class TestDatabase implements AutoCloseable {
  public static final EncryptionKeys KEYS =
      EncryptionKeys.of("test", Secret.of(Base64.getEncoder().encodeToString(new byte[32])));

  private static final String TEMPLATE = "stagedoor_template";
  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name) {
    this.name = name;
    this.pool = pool(name);
  }

  /** Makes a database with all tables and no rows. */
  public static TestDatabase fresh() {
    String name = "test_" + NUMBER.incrementAndGet();
    execute("create database " + name + " template " + TEMPLATE);
    return new TestDatabase(name);
  }

  /** Makes a database with the tables that an earlier version of the product had. */
  public static TestDatabase at(String schema) {
    TestDatabase database = empty();
    Persistence.schema(database.pool).target(schema).load().migrate();
    return database;
  }

  /** Makes a database without any table. */
  public static TestDatabase empty() {
    String name = "test_" + NUMBER.incrementAndGet();
    execute("create database " + name);
    return new TestDatabase(name);
  }

  public HikariDataSource pool() {
    return pool;
  }

  public String jdbcUrl() {
    return SERVER.getJdbcUrl("postgres", name);
  }

  /** Opens one more connection that belongs to no pool. */
  public Connection connect() throws SQLException {
    return SERVER.getDatabase("postgres", name).getConnection();
  }

  /** Runs a statement outside of everything under test. */
  public void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Drops the database, after a look whether the test left anything encrypted where no rotation of
   * keys would find it.
   */
  @Override
  public void close() {
    Set<String> unregistered = encryptedOutsideOfRegisteredColumns();
    pool.close();
    execute("drop database " + name + " with (force)");
    if (!unregistered.isEmpty()) {
      throw new AssertionError(unregistered + " hold encrypted values; see EncryptedColumn");
    }
  }

  private Set<String> encryptedOutsideOfRegisteredColumns() {
    try (Connection connection = connect()) {
      return EncryptedValues.outsideOfRegisteredColumns(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("autovacuum", "off")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + TEMPLATE);
      }
      try (HikariDataSource pool = pool(server, TEMPLATE)) {
        Persistence.open(pool, KEYS).close();
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariDataSource pool(String database) {
    return pool(SERVER, database);
  }

  private static HikariDataSource pool(EmbeddedPostgres server, String database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.getDatabase("postgres", database));
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static void execute(String sql) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
