package dev.stagedoor.web;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connection to a WebSocket of the server, and what came by it. */
public final class SocketClient implements WebSocket.Listener {
  private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final LinkedBlockingQueue<ByteBuffer> pings = new LinkedBlockingQueue<>();
  private WebSocket socket;

  private SocketClient() {}

  public static SocketClient connect(WebServer server, String path, Map<String, String> headers) {
    SocketClient client = new SocketClient();
    WebSocket.Builder builder = server.client().newWebSocketBuilder();
    headers.forEach(builder::header);
    String address = server.uri(path).toString().replaceFirst("http", "ws");
    client.socket = builder.buildAsync(URI.create(address), client).join();
    return client;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(tree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** Its answer has been sent by then. */
  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    pings.add(message);
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  private static JsonNode tree(String text) {
    try {
      return ObjectMapper.getDefault().readValue(text, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public WebSocket socket() {
    return socket;
  }

  /** Returns the next message; empty where none comes in that time. */
  public Optional<JsonNode> poll(Duration patience) {
    try {
      return Optional.ofNullable(messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns whether the server asks for a sign of life in that time. */
  public boolean isPinged(Duration patience) {
    try {
      return pings.poll(patience.toMillis(), TimeUnit.MILLISECONDS) != null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the code with which the server closed it. */
  public int closedWith(Duration patience) {
    return closed.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
