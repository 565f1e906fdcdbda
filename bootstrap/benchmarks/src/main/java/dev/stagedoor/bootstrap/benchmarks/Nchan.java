package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The peer of {@code fanout}: nginx with nchan, written in C, which keeps what is published in its
 * memory alone.
 */
final class Nchan implements Side {
  /** What is said in the events of both sides beside their numbers. */
  static final String TYPE = "event_updated";

  static final String STATUS = "published";

  private static final String MODULE = "ngx_nchan_module.so";
  private static final Pattern VERSION = Pattern.compile("nginx version: (\\S+)");
  private static final Pattern MODULES = Pattern.compile("--modules-path=(\\S+)");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process nginx;
  private final int port;
  private final Path log;

  private Nchan(Process nginx, int port, Path log) {
    this.nginx = nginx;
    this.port = port;
    this.log = log;
  }

  /** Where nginx has its module. */
  record Installed(String version, Path module) {}

  /** Looks whether it is installed. */
  static Optional<Installed> find() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("nginx", "-V").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      Matcher version = VERSION.matcher(said);
      Matcher modules = MODULES.matcher(said);
      if (!version.find() || !modules.find()) {
        return Optional.empty();
      }
      return Optional.of(new Installed(version.group(1), Path.of(modules.group(1)).resolve(MODULE)))
          .filter(found -> Files.exists(found.module()));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Starts it with so many workers, in a folder of its own. */
  static Nchan start(Installed installed, Path folder, int workers, int connections)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration(installed.module(), workers, connections, port));
    Path log = folder.resolve("nginx.log");
    Process process =
        new ProcessBuilder(
                "nginx", "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Nchan nchan = new Nchan(process, port, log);
    nchan.awaitReady();
    return nchan;
  }

  private static String configuration(Path module, int workers, int connections, int port) {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    return """
        daemon off;
        %s
        worker_processes %d;
        worker_rlimit_nofile %d;
        load_module %s;
        pid nginx.pid;
        error_log stderr warn;
        events {
          worker_connections %d;
          multi_accept on;
        }
        http {
          access_log access.log;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          nchan_shared_memory_size 128M;
          server {
            listen 127.0.0.1:%d backlog=4096;
            location = /publish {
              nchan_publisher;
              nchan_channel_id events;
              nchan_message_buffer_length 1000;
              nchan_message_timeout 5m;
            }
            location = /events {
              nchan_subscriber eventsource;
              nchan_channel_id events;
              nchan_subscriber_first_message newest;
              nchan_eventsource_ping_interval 15;
            }
          }
        }
        """
        .formatted(isRoot ? "user root;" : "", workers, connections, module, connections, port);
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        publish(0);
        return;
      } catch (IOException notYet) {
        if (nginx.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
          close();
          throw new IllegalStateException(
              "nginx does not start:\n" + Files.readString(log), notYet);
        }
      }
    }
  }

  @Override
  public String name() {
    return "nchan";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String path() {
    return "/events";
  }

  @Override
  public void publish(long number) throws IOException, InterruptedException {
    String event =
        """
        {"type":"%s","status":"%s","number":%d,"eventId":"%s","timestamp":"%s"}"""
            .formatted(TYPE, STATUS, number, StagedoorSide.READ, Instant.now());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/publish"))
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException("nchan answered " + response);
    }
  }

  /** It has no garbage to collect. */
  @Override
  public void settle() {}

  @Override
  public Memory memory() throws IOException {
    return new Memory(Processes.memory(nginx.pid()), 0);
  }

  @Override
  public long cpuMicros() {
    return Cpu.ofFamily(nginx.pid());
  }

  @Override
  public void close() {
    nginx.destroy();
    try {
      if (!nginx.waitFor(10, TimeUnit.SECONDS)) {
        nginx.descendants().forEach(ProcessHandle::destroyForcibly);
        nginx.destroyForcibly();
      }
    } catch (InterruptedException e) {
      nginx.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
