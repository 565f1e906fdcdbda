package dev.stagedoor.providers.firebase;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Google's own emulator of sign-in, as a process beside the test. */
final class FirebaseEmulator implements AutoCloseable {
  /** Names the folder that {@code npm install firebase-tools} was run in. */
  static final String TOOLS = "FIREBASE_TOOLS";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path log;
  private final String project;
  private final String host;

  private FirebaseEmulator(Process process, Path log, String project, String host) {
    this.process = process;
    this.log = log;
    this.project = project;
    this.host = host;
  }

  /** Returns the program, where it is installed. */
  static Optional<Path> program() {
    return Optional.ofNullable(System.getenv(TOOLS))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "node_modules/firebase-tools/lib/bin/firebase.js"));
  }

  /** Starts the emulator in a folder of its own, on free ports, and returns when it answers. */
  static FirebaseEmulator start(Path program, Path folder) throws Exception {
    int port = freePort();
    String project = "demo-stagedoor-" + port;
    Files.writeString(
        folder.resolve("firebase.json"),
        """
        {"emulators": {"auth": {"host": "127.0.0.1", "port": %d},
                       "hub": {"host": "127.0.0.1", "port": %d},
                       "logging": {"host": "127.0.0.1", "port": %d},
                       "ui": {"enabled": false}, "singleProjectMode": true}}
        """
            .formatted(port, freePort(), freePort()));
    Path log = folder.resolve("emulator.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "node",
                    program.toString(),
                    "emulators:start",
                    "--only",
                    "auth",
                    "--project",
                    project))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "CI", "1",
                "HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "TMPDIR", folder.toString()));
    FirebaseEmulator emulator =
        new FirebaseEmulator(builder.start(), log, project, "127.0.0.1:" + port);
    emulator.awaitReady();
    return emulator;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the emulator ended:\n" + Files.readString(log));
      }
      if (isReady()) {
        return;
      }
      // Polls a process that has no other way to tell; not a wait for luck.
      boolean ignored = process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    close();
    throw new IllegalStateException("the emulator is not ready:\n" + Files.readString(log));
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + "/"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains("\"ready\"");
    } catch (IOException notYet) {
      return false;
    }
  }

  FirebaseConfig config() {
    return FirebaseConfig.emulator(project, host);
  }

  String project() {
    return project;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
