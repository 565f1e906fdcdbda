package dev.stagedoor.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody in a watch party by a program that shows nothing: its player never gets ready. */
final class PartyMember implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  static PartyMember connects(ServerProcess server, String token) {
    PartyMember member = new PartyMember();
    String address = server.uri("/ws/connect?token=" + token).toString();
    member.socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create(address.replaceFirst("http", "ws")), member)
            .join();
    return member;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      received.add(read(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  void sends(String json) {
    if (socket != null) {
      socket.sendText(json.replace('\'', '"'), true).join();
    }
  }

  /** Takes a seat and returns how the party is. */
  JsonNode joins(String room, String name) throws InterruptedException {
    sends("{'type':'party:join','data':{'roomId':'%s','userName':'%s'}}".formatted(room, name));
    return await("party:join");
  }

  /** Returns the data of the next message of a type, passing over others. */
  JsonNode await(String type) throws InterruptedException {
    while (true) {
      JsonNode message = received.poll(60, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no " + type + " within a minute");
      }
      if (message.path("type").asText().equals("error")) {
        throw new AssertionError("instead of " + type + ": " + message);
      }
      if (message.path("type").asText().equals(type)) {
        return message.path("data");
      }
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
