package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** How far somebody is, wrapped as clients expect it. */
@Serdeable
public record WatchProgressResponse(Progress progress) {
  /**
   * How far a profile is with something, as all its devices told.
   *
   * @param clientTime when that was so, by our clock
   * @param version counts what changed anything
   */
  @Serdeable
  public record Progress(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") Optional<String> itemType,
      @JsonProperty("progress_seconds") int progressSeconds,
      @JsonProperty("duration_seconds") Optional<Integer> durationSeconds,
      boolean completed,
      @NotOnPhones @JsonProperty("client_time") Instant clientTime,
      @NotOnPhones @JsonProperty("device_id") Optional<String> deviceId,
      @JsonProperty("updated_at") Instant updatedAt,
      long version) {
    static Progress from(WatchProgress progress) {
      return new Progress(
          progress.itemId(),
          progress.itemType(),
          progress.progressSeconds(),
          progress.durationSeconds(),
          progress.isCompleted(),
          progress.stamp().at(),
          Wanted.text(progress.stamp().device()),
          progress.updatedAt(),
          progress.version());
    }
  }

  static WatchProgressResponse from(WatchProgress progress) {
    return new WatchProgressResponse(Progress.from(progress));
  }
}
