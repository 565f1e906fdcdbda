package dev.stagedoor.providers.iptv;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An IPTV service on this machine, decent or not. */
final class IptvFarSide implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, Behaviour> paths = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();

  interface Behaviour {
    void on(HttpExchange exchange) throws Exception;
  }

  interface Body {
    void write(OutputStream out) throws Exception;
  }

  IptvFarSide() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) {
    asked.add(String.valueOf(exchange.getRequestURI()));
    String action = String.valueOf(exchange.getRequestURI().getRawQuery());
    String path = exchange.getRequestURI().getPath();
    int at = action.indexOf("action=");
    Behaviour behaviour =
        paths.getOrDefault(
            at < 0 ? path : path + "?" + action.substring(at + 7), status(404, "no such thing"));
    try (exchange) {
      behaviour.on(exchange);
    } catch (Exception e) {
      // Whoever asked has hung up.
    }
  }

  String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  IptvFarSide on(String path, Behaviour behaviour) {
    paths.put(path, behaviour);
    return this;
  }

  IptvFarSide on(String path, String body) {
    return on(path, bytes(body.getBytes(StandardCharsets.UTF_8)));
  }

  static Behaviour bytes(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static Behaviour status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Behaviour redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Streams a body of any length. */
  static Behaviour streaming(Body body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      body.write(exchange.getResponseBody());
    };
  }

  /** Says this, and nothing more until the test is over. */
  Behaviour silentAfter(String beginning) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      end.await();
    };
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
