package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A live stream as Mux describes it; of it what is of use. */
record MuxLiveStream(
    @Nullable String id,
    @Nullable String status,
    @JsonProperty("created_at") @Nullable String createdAt,
    @JsonProperty("stream_key") @Nullable String streamKey,
    @JsonProperty("srt_passphrase") @Nullable String srtPassphrase,
    @JsonProperty("playback_ids") @Nullable List<MuxPlaybackId> playbackIds,
    @JsonProperty("active_asset_id") @Nullable String activeAssetId,
    @JsonProperty("recent_asset_ids") @Nullable List<String> recentAssetIds,
    @Nullable String passthrough) {
  /** Returns what was recorded last; Mux lists the newest last. */
  Optional<String> lastAsset() {
    return Objects.requireNonNullElse(recentAssetIds, List.<String>of()).stream()
        .reduce((earlier, later) -> later);
  }

  @Override
  public String toString() {
    return "live stream " + id;
  }
}
