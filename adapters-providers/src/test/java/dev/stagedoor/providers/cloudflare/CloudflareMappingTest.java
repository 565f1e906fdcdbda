package dev.stagedoor.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.providers.cloudflare.CloudflareMapping.Ingest;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudflareMappingTest {
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "connected,CONNECTED",
    "reconnected,CONNECTED",
    "disconnected,GONE",
    "client_disconnect,GONE",
    "reconnecting,GONE",
    "ttl_exceeded,GONE",
    "failed_to_reconnect,GONE",
    "failed_to_connect,NOT_YET",
    "new_configuration_accepted,NOT_YET"
  })
  void everyStatusOfALiveInputIsKnown(String cloudflare, Ingest ours) {
    assertThat(CloudflareMapping.ingest(cloudflare)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "pendingupload,AWAITING_FILE,PROCESSING",
    "downloading,PROCESSING,PROCESSING",
    "queued,PROCESSING,PROCESSING",
    "inprogress,PROCESSING,PROCESSING",
    "live-inprogress,PROCESSING,PROCESSING",
    "ready,READY,READY",
    "error,FAILED,FAILED"
  })
  void everyStateOfAVideoIsKnown(
      String cloudflare, LibraryStatus video, RecordingStatus recording) {
    assertThat(CloudflareMapping.libraryStatus(cloudflare)).contains(video);
    assertThat(CloudflareMapping.recordingStatus(video)).isEqualTo(recording);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "READY", "marinating"})
  void whatNobodyKnowsIsNotGuessed(String unknown) {
    assertThat(CloudflareMapping.ingest(unknown)).isEmpty();
    assertThat(CloudflareMapping.libraryStatus(unknown)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ERR_NON_VIDEO,NOT_A_VIDEO",
    "ERR_MALFORMED_VIDEO,NOT_A_VIDEO",
    "ERR_DURATION_EXCEED_CONSTRAINT,TOO_LONG",
    "ERR_DURATION_TOO_SHORT,TOO_SHORT",
    "ERR_FETCH_ORIGIN_ERROR,NOT_FETCHED",
    "ERR_UNKNOWN,OTHER",
    "ERR_MARINATED,OTHER"
  })
  void everyReasonIsKnownOrKept(String cloudflare, Reason ours) {
    assertThat(CloudflareMapping.failure(cloudflare)).isEqualTo(new VideoFailure(ours, cloudflare));
  }

  private static CloudflareConnection connection(String json) {
    JsonNode status = Json.read(json.getBytes(StandardCharsets.UTF_8));
    return CloudflareConnection.of(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "{}", "{\"current\":null,\"history\":[]}"})
  void beforeTheFirstUseNobodyIsThere(String status) {
    assertThat(connection(status).connectedSince(NOW)).isEmpty();
    assertThat(connection(status).disconnectedAt()).isEmpty();
  }

  @Test
  void aStatusIsReadAsAnObjectAndAsAnObjectInAText() {
    String object =
        "{\"current\":{\"ingestProtocol\":\"rtmp\",\"reason\":\"connected\",\"state\":\"connected\","
            + "\"statusEnteredAt\":\"2025-06-01T10:00:00.5Z\"},\"history\":[]}";
    String text = "\"" + object.replace("\"", "\\\"") + "\"";

    assertThat(connection(object).connectedSince(NOW))
        .contains(Instant.parse("2025-06-01T10:00:00.500Z"));
    assertThat(connection(text)).isEqualTo(connection(object));
  }

  @Test
  void anEncoderThatWentIsKnownByItsTime() {
    CloudflareConnection gone =
        connection(
            "{\"current\":{\"reason\":\"client_disconnect\",\"state\":\"disconnected\","
                + "\"statusEnteredAt\":\"2025-06-01T11:00:00Z\"}}");

    assertThat(gone.connectedSince(NOW)).isEmpty();
    assertThat(gone.disconnectedAt()).contains(Instant.parse("2025-06-01T11:00:00Z"));
  }

  @Test
  void aBareWordIsReadAndTakenForNew() {
    assertThat(connection("\"connected\"").connectedSince(NOW)).contains(NOW);
    assertThat(connection("\"client_disconnect\"").connectedSince(NOW)).isEmpty();
    assertThat(connection("\"client_disconnect\"").disconnectedAt()).isEmpty();
  }

  @Test
  void theReasonCountsWhereTheStateIsUnknown() {
    assertThat(
            connection("{\"current\":{\"reason\":\"reconnected\",\"state\":\"marinating\"}}")
                .connectedSince(NOW))
        .contains(NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"marinating\"",
        "{\"current\":{\"reason\":\"marinating\",\"state\":\"marinating\"}}",
        "{\"current\":{}}",
        "\"{not json\"",
        "{\"current\":{\"state\":\"connected\",\"statusEnteredAt\":\"yesterday\"}}"
      })
  void aStatusNobodyKnowsIsNotGuessed(String status) {
    assertThatIllegalArgumentException().isThrownBy(() -> connection(status));
  }
}
