package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A video as Mux describes it, in answers and in webhooks; of it what is of use. */
record MuxAsset(
    @Nullable String id,
    @Nullable String status,
    @JsonProperty("created_at") @Nullable String createdAt,
    @Nullable BigDecimal duration,
    @JsonProperty("playback_ids") @Nullable List<MuxPlaybackId> playbackIds,
    @Nullable Errors errors,
    @Nullable Progress progress,
    @JsonProperty("is_live") boolean live,
    @JsonProperty("live_stream_id") @Nullable String liveStreamId,
    @JsonProperty("recording_times") @Nullable List<RecordingTime> recordingTimes,
    @Nullable String passthrough) {
  /** Why it failed; the messages are for people, and may repeat addresses. */
  record Errors(@Nullable String type) {}

  /** How far it is: percent, or less than none where that is not known. */
  record Progress(@Nullable BigDecimal progress) {}

  /** One session of an encoder, or a slate between two. */
  record RecordingTime(
      @JsonProperty("started_at") @Nullable String startedAt,
      @Nullable BigDecimal duration,
      @Nullable String type) {}
}
