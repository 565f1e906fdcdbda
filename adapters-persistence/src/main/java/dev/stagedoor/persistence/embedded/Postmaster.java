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
   * is another: PostgreSQL would take any process of that number for its own. Only for the holder
   * of the folder's lock.
   */
  static void stopLeftOver(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> process = pid(pidFile).flatMap(ProcessHandle::of);
    if (process.isEmpty()) {
      return;
    }
    if (isPostgres(process.get()) && runsIn(cluster, process.get())) {
      LOG.info("stopping the database that a killed server left behind, {}", process.get().pid());
      stop(process.get());
    } else {
      Files.deleteIfExists(pidFile);
    }
  }

  /** Returns the port that the database process of a cluster listens at, once it does. */
  static Optional<Integer> port(Path cluster) throws IOException {
    return number(cluster.resolve("postmaster.pid"), 3).map(Math::toIntExact);
  }

  private static Optional<Long> pid(Path pidFile) throws IOException {
    return number(pidFile, 0);
  }

  private static Optional<Long> number(Path pidFile, int line) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return lines.size() <= line
          ? Optional.empty()
          : Optional.of(Long.valueOf(lines.get(line).strip()));
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

  /**
   * Tells whether a database process has this cluster, and not that of somebody else who got the
   * number. Where the system does not say, it has: that is by far the likelier case.
   */
  private static boolean runsIn(Path cluster, ProcessHandle process) throws IOException {
    Path current = Path.of("/proc", Long.toString(process.pid()), "cwd");
    if (Files.isReadable(current)) {
      return Files.isSameFile(current, cluster);
    }
    return process
        .info()
        .commandLine()
        .map(command -> command.contains(cluster.toString()))
        .orElse(true);
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
      if (!endsInTime(process)) {
        // A kill is safe, only slower to come back from: the log is replayed at the next start.
        process.destroyForcibly();
        if (!endsInTime(process)) {
          throw new IOException("the old database, process " + process.pid() + ", does not end");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping the old database", e);
    }
  }

  private static boolean endsInTime(ProcessHandle process)
      throws InterruptedException, IOException {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stuck) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }
}
