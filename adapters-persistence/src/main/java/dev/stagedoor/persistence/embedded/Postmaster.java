package dev.stagedoor.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database process that a killed server leaves behind. */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final long PATIENCE_SECONDS = 30;

  private Postmaster() {}

  /**
   * Stops a database process that runs in a cluster's folder, and removes a pid file whose process
   * is no database: PostgreSQL would take any process of that number for its own. Only for the
   * holder of the folder's lock.
   */
  static void stopLeftOver(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> process = pid(pidFile).flatMap(ProcessHandle::of);
    if (process.isEmpty()) {
      return;
    }
    if (isPostgres(process.get())) {
      LOG.info("stopping the database that a killed server left behind, {}", process.get().pid());
      stop(process.get());
    } else {
      Files.deleteIfExists(pidFile);
    }
  }

  private static Optional<Long> pid(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
    } catch (NumberFormatException cutOff) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> command.toLowerCase(Locale.ROOT).contains("postgres"))
        .orElse(false);
  }

  private static void stop(ProcessHandle process) throws IOException {
    try {
      // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything out.
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException noSuchCommand) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping the old database", e);
    }
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      // A kill is safe, only slower to come back from: the log is replayed at the next start.
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping the old database", e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }
}
