package dev.stagedoor.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void isDurableAndKeepsItsDataAcrossStarts() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(show(database, "fsync")).isEqualTo("on");
      assertThat(show(database, "synchronous_commit")).isEqualTo("on");
      assertThat(show(database, "full_page_writes")).isEqualTo("on");
      assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
      execute(database, "CREATE TABLE kept (value int)");
      execute(database, "INSERT INTO kept VALUES (7)");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(query(database, "SELECT value FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), database.username(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void tellsWhenAnotherServerHasTheFolder() {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOf(FolderInUse.class)
          .hasMessageContaining("another server")
          .hasMessageContaining(folder.toString());
      assertThat(first.url()).startsWith("jdbc:postgresql:");
    }
  }

  @Test
  void isReachedBesideTheServerThatHasItAndNotWhenThatHasStopped() throws Exception {
    assertThat(EmbeddedDatabase.inUse(folder)).isEmpty();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      EmbeddedDatabase.Address address = EmbeddedDatabase.inUse(folder).orElseThrow();

      assertThat(address.url()).isEqualTo(database.url());
      DriverManager.getConnection(address.url(), address.username(), address.password().reveal())
          .close();
    }
    assertThat(EmbeddedDatabase.inUse(folder)).isEmpty();
  }

  @Test
  void takesOverWhatAKilledServerLeftBehind() throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = server.inputReader()) {
      assertThat(said.readLine()).isEqualTo("committed");
    }
    server.destroyForcibly().waitFor();
    Path pidFile = folder.resolve("postgres/postmaster.pid");
    long left = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    assertThat(ProcessHandle.of(left)).as("the database outlives the kill").isPresent();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(query(database, "SELECT value FROM kept")).isEqualTo("7");
      assertThat(ProcessHandle.of(left)).isEmpty();
    }
  }

  /** Commits something and then only waits to be killed. */
  static final class KilledServer {
    private KilledServer() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
      execute(database, "CREATE TABLE kept AS SELECT 7 AS value");
      System.out.println("committed");
      Thread.currentThread().join();
    }
  }

  @Test
  void startsThoughAnotherProcessHasTheNumberInAnOldPidFile() throws Exception {
    EmbeddedDatabase.start(folder).close();
    Files.write(
        folder.resolve("postgres/postmaster.pid"),
        List.of(Long.toString(ProcessHandle.current().pid()), folder.toString()));

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(query(database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void leavesTheDatabaseOfAnotherFolderAloneThoughAnOldPidFileNamesIt() throws Exception {
    Path mine = folder.resolve("mine");
    Path theirs = folder.resolve("theirs");
    EmbeddedDatabase.start(mine).close();
    try (EmbeddedDatabase other = EmbeddedDatabase.start(theirs)) {
      Files.copy(
          theirs.resolve("postgres/postmaster.pid"), mine.resolve("postgres/postmaster.pid"));

      try (EmbeddedDatabase database = EmbeddedDatabase.start(mine)) {
        assertThat(query(database, "SELECT 1")).isEqualTo("1");
        assertThat(query(other, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aFirstStartThatWasCutOffIsBegunAnew() throws Exception {
    Path cluster = Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(cluster.resolve("postgresql.conf"), "# half written");
    Files.writeString(cluster.resolve("PG_VERSION"), "");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(query(database, "SELECT 1")).isEqualTo("1");
    }
  }

  private static String show(EmbeddedDatabase database, String setting) throws SQLException {
    return query(database, "SHOW " + setting);
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.username(), database.password().reveal());
  }
}
