package dev.stagedoor.providers.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FarSideFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server at one port that fails as it is told, without doing what it was asked. */
abstract class FaultyServer implements FailingFarSide, AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private HttpServer server;
  private volatile @Nullable FarSideFailure failure;
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private int answersUntilOneIsLost = -1;

  /** One answer. */
  record Reply(int status, String body, Map<String, String> headers) {
    Reply(int status, String body) {
      this(status, body, Map.of());
    }
  }

  /** One request, read to its end. */
  record Asked(String method, String path, String query, HttpExchange exchange, String body) {
    String header(String name) {
      String value = exchange.getRequestHeaders().getFirst(name);
      return value == null ? "" : value;
    }
  }

  FaultyServer() {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listen(int at) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      started.setExecutor(threads);
      started.createContext("/", this::handle);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where it listens. */
  public final URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Does what was asked, one at a time. */
  abstract Reply answer(Asked asked);

  /** Returns the vendor's own body of this status. */
  abstract String errorBody(int status);

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      FarSideFailure how = failure;
      if (how != null) {
        fail(exchange, how);
        return;
      }
      Asked asked =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestURI().getRawQuery()),
              exchange,
              body);
      Reply reply;
      synchronized (this) {
        reply = answer(asked);
        if (answersUntilOneIsLost >= 0 && answersUntilOneIsLost-- == 0) {
          // What stands in between gave up waiting.
          reply = new Reply(504, "");
        }
      }
      send(exchange, reply);
    }
  }

  private void fail(HttpExchange exchange, FarSideFailure how) throws IOException {
    switch (how) {
      case UNAUTHORISED -> send(exchange, new Reply(401, errorBody(401)));
      case FORBIDDEN -> send(exchange, new Reply(403, errorBody(403)));
      case THROTTLED -> send(exchange, new Reply(429, errorBody(429), Map.of("Retry-After", "7")));
      case SERVER_ERROR -> send(exchange, new Reply(500, errorBody(500)));
      case EMPTY_503 -> send(exchange, new Reply(503, ""));
      case HTML_PAGE ->
          send(
              exchange,
              new Reply(200, "<html><h1>Welcome</h1></html>", Map.of("Content-Type", "text/html")));
      case TRUNCATED -> send(exchange, new Reply(200, "{\"id\": \"in_1\", \"obj"));
      case SLOW -> awaitRecovery();
      case DOWN, RESET -> {
        // Closing the exchange without an answer breaks the connection.
      }
    }
  }

  private void awaitRecovery() {
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    // No connection outlives its answer: a kept one could break at the next request.
    exchange.getResponseHeaders().set("Connection", "close");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    failure = how;
    if (how == FarSideFailure.SLOW) {
      silence = new CountDownLatch(1);
    }
    if (how == FarSideFailure.DOWN) {
      server.stop(0);
    }
  }

  @Override
  public synchronized void recover() {
    if (failure == FarSideFailure.DOWN) {
      server = listen(port);
    }
    failure = null;
    answersUntilOneIsLost = -1;
    silence.countDown();
  }

  /** Returns whether waiting for an answer is in vain. */
  public final boolean isSlow() {
    return failure == FarSideFailure.SLOW;
  }

  /** Lets so many answers come, and the next get lost on its way. */
  public synchronized void loseAnswerAfter(int answers) {
    answersUntilOneIsLost = answers;
  }

  @Override
  public void close() {
    silence.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
