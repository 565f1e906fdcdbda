package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A member of a watch party. */
final class PartyGuest implements WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern ROOM = Pattern.compile("\"roomId\":\"(party_[A-Za-z0-9_-]{22})\"");
  private static final Pattern PLACE = Pattern.compile("\"currentTime\":\\s*([0-9]+)");
  private static final long PATIENCE_SECONDS = 60;

  private final PartyMessages messages;
  private final CompletableFuture<String> seated = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  private PartyGuest(PartyMessages messages) {
    this.messages = messages;
  }

  static PartyGuest connect(Server server, String token, PartyMessages messages) throws Exception {
    PartyGuest guest = new PartyGuest(messages);
    URI address = URI.create("ws://127.0.0.1:" + server.port() + "/ws/connect?token=" + token);
    guest.socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(address, guest)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return guest;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      take(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void take(String message) {
    if (message.contains("\"party:seek\"")) {
      Matcher place = PLACE.matcher(message);
      if (place.find()) {
        messages.came(Integer.parseInt(place.group(1)));
      }
    } else if (message.contains("\"error\"")) {
      seated.completeExceptionally(new IOException(message));
    } else if (message.contains("\"party:create\"") || message.contains("\"party:join\"")) {
      Matcher room = ROOM.matcher(message);
      if (room.find()) {
        seated.complete(room.group(1));
      }
    }
  }

  /** Opens a party and returns its id. */
  String create() throws Exception {
    send(
        "{\"type\":\"party:create\",\"data\":{\"userName\":\"Host\","
            + "\"mediaUrl\":\"https://films.example.org/one.m3u8\",\"title\":\"One\"}}");
    return seated.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Joins a party and returns its id. */
  String join(String room) throws Exception {
    send("{\"type\":\"party:join\",\"data\":{\"roomId\":\"" + room + "\",\"userName\":\"Guest\"}}");
    return seated.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void seek(int second) {
    send("{\"type\":\"party:seek\",\"data\":{\"currentTime\":" + second + "}}");
  }

  private void send(String message) {
    if (socket != null) {
      var unused = socket.sendText(message, true);
    }
  }

  void leave() {
    if (socket != null) {
      socket.abort();
    }
  }
}
