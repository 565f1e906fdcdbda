package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.cloudflare.CloudflareStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that Cloudflare carries, as far as a stand-in for it goes. */
class CloudflareIT {
  @TempDir Path data;

  @Test
  void aStreamGoesLiveAndIsRecordedAsCloudflareTells() throws Exception {
    try (CloudflareStub cloudflare = CloudflareStub.start();
        ServerProcess server = ServerProcess.start(data, Ports.next(), settings(cloudflare))) {
      cloudflare.tellTo(
          server.uri("/api/webhooks/cloudflare/live-input"),
          server.uri("/api/webhooks/cloudflare/recording"));
      cloudflare.finishAtOnce();
      Journey family = new Journey(server.api(), "ana@example.org").registers("José Pérez");
      Api.Answer made =
          family
              .api()
              .post(
                  "/api/streams",
                  "{\"memorialId\": \"%s\", \"title\": \"Service\"}".formatted(family.memorial()))
              .mustBe(201);
      String stream = "/api/streams/" + made.text("/data/id");
      String key =
          family.api().post(stream + "/start", "{}").mustBe(200).text("/credentials/streamKey");

      assertThat(cloudflare.connect(Secret.of(key))).isTrue();
      family.api().await(stream + "/status", answer -> answer.text("/status").equals("live"));
      assertThat(fetch(URI.create(family.api().get(stream).mustBe(200).text("/data/playbackUrl"))))
          .startsWith("#EXTM3U");

      cloudflare.disconnect(Secret.of(key));
      Api.Answer recorded =
          family
              .api()
              .await(stream, answer -> answer.json().at("/data/recordingReady").asBoolean());
      assertThat(recorded.text("/data/status")).isEqualTo("completed");
      assertThat(fetch(URI.create(recorded.text("/data/recordingUrl")))).contains("#EXT-X-ENDLIST");

      assertThat(cloudflare.answers()).containsExactly(200, 200, 200);
      assertThat(fetch(server.uri("/prometheus")))
          .contains("stagedoor_webhooks_total{outcome=\"applied\",provider=\"cloudflare\"} 3.0");
    }
  }

  private static String[] settings(CloudflareStub cloudflare) {
    List<String> settings = new ArrayList<>();
    cloudflare.settings().forEach((key, value) -> settings.add("--" + key + "=" + value));
    settings.add("--stagedoor.routes.video.live=cloudflare");
    return settings.toArray(String[]::new);
  }

  private static String fetch(URI address) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address).GET().build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
