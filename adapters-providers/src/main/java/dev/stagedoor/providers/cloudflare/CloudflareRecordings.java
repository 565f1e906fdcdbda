package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.port.Recordings;
import dev.stagedoor.providers.support.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what Cloudflare has recorded. */
final class CloudflareRecordings implements Recordings {
  private final CloudflareApi api;
  private final CloudflareAddresses addresses;

  CloudflareRecordings(CloudflareApi api, CloudflareAddresses addresses) {
    this.api = api;
    this.addresses = addresses;
  }

  @Override
  public List<RecordedVideo> of(ProviderRef input) {
    Answer answer =
        api.get("recording.list", "/live_inputs/{}/videos", input.value())
            .expecting(CloudflareApi.NOT_FOUND)
            .send();
    if (answer.status() == CloudflareApi.NOT_FOUND) {
      // Recordings stay when their input goes.
      answer = api.get("recording.list", "").query("live_input_id", input.value()).send();
    }
    return CloudflareApi.result(answer, list -> recordings(list, input));
  }

  private List<RecordedVideo> recordings(JsonNode list, ProviderRef input) {
    if (!list.isArray()) {
      throw new IllegalArgumentException("no list of videos");
    }
    List<CloudflareVideo> found = new ArrayList<>();
    for (JsonNode video : list) {
      // A filter that is not known is not applied, and everybody's videos are listed.
      if (video.path("liveInput").asText().equals(input.value())) {
        found.add(CloudflareVideo.of(video));
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(CloudflareVideo::created))
        .map(video -> video.toRecordedVideo(addresses))
        .toList();
  }
}
