package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Tells what happens, signed as Mux signs, one after the other. */
final class MuxStubEvents implements AutoCloseable {
  private final Clock clock;
  private final Secret secret;
  private final List<byte[]> told = new CopyOnWriteArrayList<>();
  private final ExecutorService poster =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "mux-stub-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile @Nullable URI listener;

  MuxStubEvents(Clock clock, Secret secret) {
    this.clock = clock;
    this.secret = secret;
  }

  void tellTo(URI url) {
    listener = url;
  }

  List<byte[]> told() {
    return List.copyOf(told);
  }

  void tell(String type, ObjectNode data) {
    byte[] body = Json.write(event(type, data));
    told.add(body);
    URI url = listener;
    if (url != null) {
      poster.execute(() -> post(url, body));
    }
  }

  private ObjectNode event(String type, ObjectNode data) {
    String id = UUID.randomUUID().toString();
    // A string in answers, a number in what is told.
    data.put("created_at", data.path("created_at").asLong(clock.instant().getEpochSecond()));
    ObjectNode event = Json.object().put("type", type).put("id", id);
    event.put("created_at", clock.instant().toString());
    String kind = type.split("\\.", -1)[1];
    event.putObject("object").put("type", kind).put("id", data.path("id").asText());
    event.putObject("environment").put("name", "Stub").put("id", "stub");
    event.set("data", data);
    event
        .putArray("attempts")
        .addObject()
        .put("id", UUID.randomUUID().toString())
        .put("webhook_id", "1")
        .put("created_at", clock.instant().toString())
        .put("max_attempts", 30);
    event.putNull("request_id").putNull("accessor").putNull("accessor_source");
    return event;
  }

  private void post(URI url, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header(
                MuxWebhooks.SIGNATURE,
                MuxWebhooks.signatureOf(secret).header(body, clock.instant()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new IllegalStateException("the webhook could not be posted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    poster.shutdownNow();
  }
}
