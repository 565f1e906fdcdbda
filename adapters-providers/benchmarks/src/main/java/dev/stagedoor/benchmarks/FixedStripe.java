package dev.stagedoor.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers every request with the same prepared charge, over connections that stay open. */
final class FixedStripe implements AutoCloseable {
  private static final byte[] CHARGE =
      """
      {"id": "pi_1", "object": "payment_intent", "amount": 129900, "amount_received": 0,
       "automatic_payment_methods": {"enabled": true}, "capture_method": "automatic",
       "client_secret": "pi_1_secret_2", "confirmation_method": "automatic", "created": 1767225600,
       "currency": "usd", "description": "Live package", "livemode": false,
       "metadata": {"payment": "00000000-0000-0000-0000-000000000001"},
       "payment_method_types": ["card", "link"], "status": "requires_payment_method"}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  private FixedStripe(HttpServer server) {
    this.server = server;
  }

  static FixedStripe start() throws IOException {
    // Small answers wait for nobody: without this the JDK's server delays them by 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, CHARGE.length);
            exchange.getResponseBody().write(CHARGE);
          }
        });
    server.start();
    return new FixedStripe(server);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
