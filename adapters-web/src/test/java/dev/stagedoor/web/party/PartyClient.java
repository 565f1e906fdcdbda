package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.WebServer;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody's connection to watch parties, as a program of theirs would have it. */
final class PartyClient implements WebSocket.Listener {
  private final WebServer server;
  private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private WebSocket socket;

  private PartyClient(WebServer server) {
    this.server = server;
  }

  static PartyClient connect(WebServer server, String query, Map<String, String> headers) {
    PartyClient client = new PartyClient(server);
    WebSocket.Builder builder = server.client().newWebSocketBuilder();
    headers.forEach(builder::header);
    String address = server.uri("/ws/connect" + query).toString().replaceFirst("http", "ws");
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

  PartyClient send(String json) {
    socket.sendText(json.replace('\'', '"'), true).join();
    return this;
  }

  /** Sends part of a text, which is not over yet. */
  void sendPiece(String text) {
    socket.sendText(text, false).join();
  }

  void sendBytes(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Says something and does not care whether it still arrives. */
  void trySend(String text) {
    socket.sendText(text, true).exceptionally(closedMeanwhile -> null).join();
  }

  void drop() {
    socket.abort();
  }

  int closedWith() {
    return closed.orTimeout(15, TimeUnit.SECONDS).join();
  }

  /** Returns the next message; meanwhile what happens is handed on, as the log's relay does. */
  JsonNode next() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (System.nanoTime() < end) {
      server.house().updates().relay();
      JsonNode message = poll();
      if (message != null) {
        return message;
      }
    }
    throw new AssertionError("no message within 15 s");
  }

  private JsonNode poll() {
    try {
      return messages.poll(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the data of the next message, which must be of that type. */
  JsonNode next(String type) {
    JsonNode message = next();
    assertThat(message.get("type").getStringValue()).as("%s", message).isEqualTo(type);
    return message.get("data");
  }

  /** Returns the code of the refusal that comes next. */
  String refusal() {
    return next("error").get("code").getStringValue();
  }
}
