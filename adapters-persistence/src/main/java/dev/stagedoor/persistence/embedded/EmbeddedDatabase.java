package dev.stagedoor.persistence.embedded;

import dev.stagedoor.domain.kernel.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a data folder: durable (fsync on), reachable from this machine only
 * and only with a password that lies in the folder.
 *
 * <p>Survives restarts; recovers from kills of the server, of the database, or of both. The folder
 * belongs to one server at a time.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final FileAttribute<?>[] OURS =
      IS_POSIX
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];
  private static final String USER = "postgres";
  private static final Duration START = Duration.ofSeconds(60);

  /** Nothing but TCP from this machine with a password; replaces what initdb writes. */
  private static final String ACCESS =
      """
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final FolderLock lock;
  private final EmbeddedPostgres postgres;
  private final Secret password;

  private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres postgres, Secret password) {
    this.lock = lock;
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts the database of a folder, making it where there is none.
   *
   * @throws FolderInUse when another running server has the folder
   * @throws FolderUnusable when the folder cannot be used or the database does not start
   */
  public static EmbeddedDatabase start(Path folder) {
    FolderLock lock = FolderLock.take(folder);
    boolean started = false;
    try {
      EmbeddedDatabase database = start(folder.toAbsolutePath(), lock);
      started = true;
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      throw FolderUnusable.doesNotStart(folder, e);
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  private static EmbeddedDatabase start(Path folder, FolderLock lock)
      throws IOException, SQLException {
    Path cluster = folder.resolve("postgres");
    putAsideIfNeverFinished(cluster);
    Postmaster.stopLeftOver(cluster);
    String password = password(folder.resolve("postgres-password"));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries(folder))
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START)
            // The library switches these off for tests; here data must last.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            .setConnectConfig("password", password)
            .start();
    secure(postgres, cluster.resolve("pg_hba.conf"), password);
    return new EmbeddedDatabase(lock, postgres, Secret.of(password));
  }

  /**
   * Puts aside what a kill during the very first start leaves: a cluster that is half made. The
   * options of a database process are noted in the cluster when it first runs. Nothing is deleted,
   * because a copy that somebody restored may lack that note too.
   */
  private static void putAsideIfNeverFinished(Path cluster) throws IOException {
    if (Files.exists(cluster) && !Files.exists(cluster.resolve("postmaster.opts"))) {
      Path aside = cluster.resolveSibling("postgres-unfinished-" + System.currentTimeMillis());
      LOG.warn("{} was never started to the end; it is now {}", cluster, aside.getFileName());
      Files.move(cluster, aside);
    }
  }

  /** Closes the door that initdb leaves open; at every start, in case the first was cut off. */
  private static void secure(EmbeddedPostgres postgres, Path access, String password)
      throws IOException, SQLException {
    if (Files.readString(access).equals(ACCESS)) {
      return;
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // The password is made of hexadecimal digits, so it can stand in the statement.
      statement.execute("ALTER ROLE " + USER + " PASSWORD '" + password + "'");
      write(access, ACCESS);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /** Writes a file that is there with all it holds or not at all, for nobody else to read. */
  private static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    // One that a kill left may have been opened by somebody already.
    Files.deleteIfExists(draft);
    Files.createFile(draft, OURS);
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Returns where the unpacked programs are: shared by all folders of one user, unless somebody
   * else has made that place first, who could put other programs there.
   */
  private static File binaries(Path folder) throws IOException {
    Path shared =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "stagedoor-postgres-" + System.getProperty("user.name"));
    Files.createDirectories(shared);
    UserPrincipal us = Files.getOwner(folder);
    if (us.equals(Files.getOwner(shared))) {
      if (IS_POSIX) {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx------"));
      }
      return shared.toFile();
    }
    return Files.createDirectories(folder.resolve("programs")).toFile();
  }

  /** Where the database of a folder is reached, and how. */
  public record Address(String url, String username, Secret password) {}

  /**
   * Returns where the database of a folder is reached that another process has started, for work
   * beside that process; nothing while it is not up.
   *
   * @throws FolderUnusable when the folder cannot be read
   */
  public static Optional<Address> inUse(Path folder) {
    Path password = folder.resolve("postgres-password");
    try {
      Optional<Integer> port = Postmaster.port(folder.resolve("postgres"));
      return port.isEmpty() || !Files.exists(password)
          ? Optional.empty()
          : Optional.of(new Address(url(port.get()), USER, Secret.of(password(password))));
    } catch (IOException e) {
      throw FolderUnusable.doesNotStart(folder, e);
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
  }

  public String url() {
    return url(postgres.getPort());
  }

  public String username() {
    return USER;
  }

  public Secret password() {
    return password;
  }

  /** Stops the database cleanly and lets go of the folder. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.close();
    }
  }
}
