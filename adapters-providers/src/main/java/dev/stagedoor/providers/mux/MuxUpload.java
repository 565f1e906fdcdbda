package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An address for sending as Mux describes it; of it what is of use. */
record MuxUpload(
    @Nullable String id,
    @Nullable String url,
    @Nullable String status,
    @JsonProperty("asset_id") @Nullable String assetId,
    @Nullable Problem error,
    @JsonProperty("new_asset_settings") @Nullable Settings newAssetSettings) {
  /** Why no video came of it. */
  record Problem(@Nullable String type) {}

  /** What the video will be given. */
  record Settings(@Nullable String passthrough) {}

  @Override
  public String toString() {
    return "upload " + id;
  }
}
