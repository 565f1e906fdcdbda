package dev.stagedoor.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.WebServer;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads server-sent events, one after the other. */
final class SseReader implements AutoCloseable {
  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;
  private String lastEventId;

  private SseReader(HttpResponse<InputStream> response) {
    this.response = response;
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  /** Connects, and waits until the server has said hello. */
  static SseReader open(WebServer server, WebServer.Exchange request) {
    try {
      SseReader reader =
          new SseReader(
              server.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
      assertThat(reader.response.statusCode()).isEqualTo(200);
      assertThat(reader.block()).contains(": hello");
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  String lastEventId() {
    return lastEventId;
  }

  /** Returns the lines up to the next empty one. */
  List<String> block() {
    List<String> block = new ArrayList<>();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          return block;
        }
        if (line.startsWith("id: ")) {
          lastEventId = line.substring(4);
        }
        block.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the stream ended after " + block);
  }

  /** Returns the data of the next event; what is no event is passed over. */
  Map<String, Object> event() {
    while (true) {
      for (String line : block()) {
        if (line.startsWith("data: ")) {
          try {
            return JsonMapper.createDefault()
                .readValue(line.substring(6), Argument.mapOf(String.class, Object.class));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }
  }

  List<Object> types(int count) {
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(event().get("type"));
    }
    return types;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
