package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** One page of what is on. */
@Serdeable
public record GuideResponse(List<Programme> programmes, int page, int limit, long total) {
  /** What is on at a time. */
  @Serdeable
  public record Programme(
      @JsonProperty("guide_id") String guideId,
      @JsonProperty("starts_at") Instant startsAt,
      @JsonProperty("ends_at") Instant endsAt,
      String title,
      @NotOnPhones String description) {
    static Programme from(dev.stagedoor.domain.tv.Programme programme) {
      return new Programme(
          programme.guideId(),
          programme.startsAt(),
          programme.endsAt(),
          programme.title(),
          programme.description());
    }
  }

  static GuideResponse from(Page<dev.stagedoor.domain.tv.Programme> programmes) {
    return new GuideResponse(
        programmes.items().stream().map(Programme::from).toList(),
        programmes.page(),
        programmes.limit(),
        programmes.total());
  }
}
