package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes server-sent events. */
@Singleton
final class SseFormat implements LiveFormat {
  private final JsonMapper json;
  private final Clock clock;

  SseFormat(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  @Override
  public byte[] event(LiveFeed.Entry entry) {
    return bytes("id: " + entry.place() + "\ndata: " + data(entry.update()) + "\n\n");
  }

  @Override
  public byte[] greeting(Optional<String> place) {
    return bytes("retry: 2000\n" + place.map(at -> "id: " + at + "\n").orElse("") + ": hello\n\n");
  }

  @Override
  public byte[] heartbeat(Optional<String> place) {
    return bytes(place.map(at -> "id: " + at + "\n").orElse("") + ": still here\n\n");
  }

  @Override
  public byte[] resync() {
    return bytes("data: " + write(Map.of("type", "resync", "timestamp", now())) + "\n\n");
  }

  private String data(LiveUpdate update) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", update.type());
    data.putAll(update.data());
    data.putIfAbsent("timestamp", now());
    return write(data);
  }

  private String now() {
    return clock.instant().toString();
  }

  private String write(Map<String, Object> data) {
    try {
      return new String(json.writeValueAsBytes(data), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
