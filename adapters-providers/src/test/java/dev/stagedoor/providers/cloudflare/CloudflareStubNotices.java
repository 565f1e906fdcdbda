package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Tells what happens: of live inputs as Notifications do, of videos as Stream's webhook does. */
final class CloudflareStubNotices implements AutoCloseable {
  private final Secret webhookSecret;
  private final Secret notificationSecret;
  private final List<byte[]> told = new CopyOnWriteArrayList<>();
  private final List<Integer> answers = new CopyOnWriteArrayList<>();
  private final ExecutorService poster =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "cloudflare-stub-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile @Nullable URI inputs;
  private volatile @Nullable URI videos;

  CloudflareStubNotices(Secret webhookSecret, Secret notificationSecret) {
    this.webhookSecret = webhookSecret;
    this.notificationSecret = notificationSecret;
  }

  void tellTo(URI ofInputs, URI ofVideos) {
    inputs = ofInputs;
    videos = ofVideos;
  }

  List<byte[]> told() {
    return List.copyOf(told);
  }

  /** Waits until everything that was told was answered, and returns the statuses. */
  List<Integer> answers() {
    try {
      poster.submit(() -> {}).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(answers);
  }

  void tellOfInput(String uid, String type, Instant at) {
    ObjectNode body =
        Json.object()
            .put("name", "Live inputs of Stagedoor")
            .put("text", "Stream Live Input: " + type);
    body.putObject("data")
        .put("notification_name", "Stream Live Input")
        .put("input_id", uid)
        .put("event_type", type)
        .put("updated_at", at.toString());
    body.put("ts", at.getEpochSecond());
    body.put("alert_type", "stream_live_notifications");
    byte[] bytes = Json.write(body);
    tell(inputs, CloudflareWebhooks.AUTH, notificationSecret.reveal(), bytes);
  }

  void tellOfVideo(ObjectNode video, Instant at) {
    byte[] bytes = Json.write(video);
    String signature = CloudflareWebhooks.signatureOf(webhookSecret).header(bytes, at);
    tell(videos, CloudflareWebhooks.SIGNATURE, signature, bytes);
  }

  private void tell(@Nullable URI url, String header, String value, byte[] body) {
    told.add(body);
    if (url != null) {
      poster.execute(() -> post(url, header, value, body));
    }
  }

  private void post(URI url, String header, String value, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      answers.add(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
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
