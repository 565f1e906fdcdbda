package dev.stagedoor.web.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real controllers with shops behind them; whatever they answer, no secret is in it. */
final class SellingServer implements AutoCloseable {
  private final WebServer server =
      WebServer.start("stagedoor.rate-limits.enabled=false", "stagedoor.live.heartbeat=1h");
  private final List<Shop> shops = new ArrayList<>();

  /** What came back, with its body as far as it has an end. */
  record Reply(int status, String text, String location) {
    Map<String, Object> json() {
      return read(text);
    }

    @Override
    public String toString() {
      return status + " " + text;
    }
  }

  InMemoryStagedoor house() {
    return server.house();
  }

  <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  Answer document() {
    return server.get("/openapi.yml").send();
  }

  Shop aShop() {
    return known(Shop.open(house(), "mark" + (shops.size() + 1)));
  }

  Shop aShopWithTwoProviders() {
    return known(Shop.withTwoProviders(house(), "mark" + (shops.size() + 1)));
  }

  private Shop known(Shop shop) {
    shops.add(shop);
    return shop;
  }

  Reply call(@Nullable Person as, String method, String path, @Nullable Object body) {
    return call(as, method, path, body, Map.of());
  }

  Reply call(
      @Nullable Person as,
      String method,
      String path,
      @Nullable Object body,
      Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    if (as != null) {
      headers.put("Authorization", "Bearer " + as.token().reveal());
    }
    Reply reply = path.startsWith("/ws/") ? open(path, headers) : send(method, path, body, headers);
    for (Shop shop : shops) {
      assertThat(reply.text() + reply.location()).doesNotContain(shop.secrets());
    }
    return reply;
  }

  private Reply send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    WebServer.Exchange exchange = server.request(method, path);
    headers.forEach(exchange::header);
    if (body != null) {
      exchange.header("Content-Type", "application/json").bytes(bytes(body));
    }
    return send(exchange.build());
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          server.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        boolean isEndless =
            response.headers().firstValue("Content-Type").orElse("").equals("text/event-stream");
        return new Reply(
            response.statusCode(),
            isEndless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8),
            response.headers().firstValue("Location").orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply open(String path, Map<String, String> headers) {
    WebSocket.Builder builder = server.client().newWebSocketBuilder();
    headers.forEach(builder::header);
    URI address = URI.create(server.uri(path).toString().replaceFirst("http", "ws"));
    try {
      FirstMessage first = new FirstMessage();
      WebSocket socket = builder.buildAsync(address, first).join();
      String text = first.text.orTimeout(10, TimeUnit.SECONDS).join();
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      return new Reply(101, text, "");
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException answered) {
        return new Reply(answered.getResponse().statusCode(), "", "");
      }
      throw refused;
    }
  }

  private static final class FirstMessage implements WebSocket.Listener {
    private final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.complete(data.toString());
      return null;
    }
  }

  private static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JsonMapper.createDefault().writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String text) {
    try {
      return JsonMapper.createDefault().readValue(text, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
