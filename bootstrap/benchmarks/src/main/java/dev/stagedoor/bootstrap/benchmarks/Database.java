package dev.stagedoor.bootstrap.benchmarks;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL that the server brings along, durable as it is there, for both sides. */
final class Database implements AutoCloseable {
  /** The server's default key; what is seeded must be readable for it. */
  private static final EncryptionKeys KEYS =
      EncryptionKeys.of("development", Secret.of("c3RhZ2Vkb29yLWRldmVsb3BtZW50LWtleS0wMDAwMDA="));

  private final EmbeddedDatabase postgres;
  private final Connection connection;
  private final long postmaster;

  private Database(EmbeddedDatabase postgres, Connection connection, long postmaster) {
    this.postgres = postgres;
    this.connection = connection;
    this.postmaster = postmaster;
  }

  static Database start(Path folder) throws IOException, SQLException {
    EmbeddedDatabase postgres = EmbeddedDatabase.start(Files.createDirectories(folder));
    Connection connection =
        DriverManager.getConnection(
            postgres.url(), postgres.username(), postgres.password().reveal());
    long backend = number(connection, "select pg_backend_pid()");
    long postmaster = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow().pid();
    return new Database(postgres, connection, postmaster);
  }

  /** What the database has done since it was started. */
  record Work(long commits, long walBytes, long cpuMicros) {
    Work since(Work before) {
      return new Work(
          commits - before.commits, walBytes - before.walBytes, cpuMicros - before.cpuMicros);
    }
  }

  /** Opens what the server keeps here, to put things there that a run needs. */
  Persistence persistence() {
    return Persistence.open(postgres, KEYS);
  }

  Work work() {
    return new Work(
        number("select xact_commit from pg_stat_database where datname = current_database()"),
        number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"),
        Cpu.ofFamily(postmaster));
  }

  long number(String query) {
    return number(connection, query);
  }

  private static long number(Connection connection, String query) {
    return Long.parseLong(rows(connection, query).get(0).get(0));
  }

  String text(String query) {
    return rows(connection, query).get(0).get(0);
  }

  /** Returns what a query finds, as text. */
  List<List<String>> rows(String query) {
    return rows(connection, query);
  }

  private static List<List<String>> rows(Connection connection, String query) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Runs statements, one after the other. */
  void execute(String... statements) {
    for (String one : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(one);
      } catch (SQLException e) {
        throw new IllegalStateException(one, e);
      }
    }
  }

  String url() {
    return postgres.url();
  }

  String username() {
    return postgres.username();
  }

  String password() {
    return postgres.password().reveal();
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      postgres.close();
    }
  }
}
