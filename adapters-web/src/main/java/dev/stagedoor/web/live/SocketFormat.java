package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes messages of a WebSocket: {@code {"type", "data", "id"}} for an update, {@code hello},
 * {@code heartbeat} and {@code resync} without data. The id is what to come back with.
 */
@Singleton
final class SocketFormat implements LiveFormat {
  private final JsonMapper json;

  SocketFormat(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte[] greeting(Optional<String> place) {
    return sign("hello", place);
  }

  @Override
  public byte[] event(LiveFeed.Entry entry) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", entry.update().type());
    message.put("data", entry.update().data());
    message.put("id", entry.place());
    return write(message);
  }

  @Override
  public byte[] heartbeat(Optional<String> place) {
    return sign("heartbeat", place);
  }

  @Override
  public byte[] resync() {
    return sign("resync", Optional.empty());
  }

  private byte[] sign(String type, Optional<String> place) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    place.ifPresent(id -> message.put("id", id));
    return write(message);
  }

  private byte[] write(Map<String, Object> message) {
    try {
      return json.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
