package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.SocketClient;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.tree.JsonNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Somebody's connection to watch parties, as a program of theirs would have it. */
final class PartyClient {
  private final WebServer server;
  private final SocketClient line;

  private PartyClient(WebServer server, SocketClient line) {
    this.server = server;
    this.line = line;
  }

  static PartyClient connect(WebServer server, String query, Map<String, String> headers) {
    return new PartyClient(server, SocketClient.connect(server, "/ws/connect" + query, headers));
  }

  PartyClient send(String json) {
    line.socket().sendText(json.replace('\'', '"'), true).join();
    return this;
  }

  /** Sends part of a text, which is not over yet. */
  void sendPiece(String text) {
    line.socket().sendText(text, false).join();
  }

  void sendBytes(byte[] bytes) {
    line.socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Says something and does not care whether it still arrives. */
  void trySend(String text) {
    line.socket().sendText(text, true).exceptionally(closedMeanwhile -> null).join();
  }

  void drop() {
    line.socket().abort();
  }

  boolean isPinged() {
    return line.isPinged(Duration.ofSeconds(15));
  }

  int closedWith() {
    return line.closedWith(Duration.ofSeconds(15));
  }

  /** Returns the next message; meanwhile what happens is handed on, as the log's relay does. */
  JsonNode next() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (System.nanoTime() < end) {
      server.house().updates().relay();
      Optional<JsonNode> message = line.poll(Duration.ofMillis(20));
      if (message.isPresent()) {
        return message.get();
      }
    }
    throw new AssertionError("no message within 15 s");
  }

  /** Returns the data of the next message, which must be of that type. */
  JsonNode next(String type) {
    JsonNode message = next();
    assertThat(message.get("type").getStringValue()).as("%s", message).isEqualTo(type);
    return message.get("data");
  }

  /** Returns what comes before the next message of a type. */
  List<JsonNode> until(String type) {
    List<JsonNode> before = new ArrayList<>();
    JsonNode message = next();
    while (!message.get("type").getStringValue().equals(type)) {
      before.add(message);
      message = next();
    }
    return before;
  }

  /** Returns the code of the refusal that comes next. */
  String refusal() {
    return next("error").get("code").getStringValue();
  }
}
