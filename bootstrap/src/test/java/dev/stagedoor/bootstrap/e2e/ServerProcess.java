package dev.stagedoor.bootstrap.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process of its own, on a data folder and a port. */
final class ServerProcess implements AutoCloseable {
  /** Where servers write; kept, so that all of it can be read when the tests are over. */
  static final Path LOGS = Path.of("target", "server-logs");

  /** The server's classes, as a run of it left them; where there are none it starts without. */
  static final Path CLASSES = Path.of("target", "stagedoor.jsa");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final Path log;
  private final int port;

  private ServerProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts a server and returns when it is ready. */
  static ServerProcess start(Path data, int port, String... settings) throws Exception {
    ServerProcess server = launch(data, port, settings);
    server.awaitReady();
    return server;
  }

  /** Starts a server and returns at once. */
  static ServerProcess launch(Path data, int port, String... settings) throws IOException {
    return launch(
        Files.exists(CLASSES) ? List.of("-XX:SharedArchiveFile=" + CLASSES) : List.of(),
        data,
        port,
        settings);
  }

  /** Starts a server that leaves its classes behind when it is stopped, and returns at once. */
  static ServerProcess leavingClasses(Path data, int port) throws IOException {
    return launch(List.of("-XX:ArchiveClassesAtExit=" + CLASSES), data, port);
  }

  private static ServerProcess launch(List<String> options, Path data, int port, String... settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    // Servers of tests live for seconds: compiling their code well takes longer than it saves.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.add("-jar");
    command.add(
        Optional.ofNullable(System.getProperty("stagedoor.jar")).orElse("target/stagedoor.jar"));
    command.add("--stagedoor.data-folder=" + data);
    command.addAll(List.of(settings));
    Path log = Files.createTempFile(Files.createDirectories(LOGS), "server", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("HOST", "127.0.0.1");
    Process process = builder.redirectOutput(log.toFile()).start();
    return new ServerProcess(process, log, port);
  }

  void awaitReady() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended:\n" + log());
      }
      if (isReady()) {
        return;
      }
      // Polls a process that has no other way to tell; not a wait for luck.
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("the server is not ready after " + PATIENCE + ":\n" + log());
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(uri("/health/readiness")).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  Api api() {
    return new Api(this);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** Ends the process as a crash does: nothing is finished, the database process is left behind. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the process to stop, as a service manager does, and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** Waits for a process that ends by itself. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
