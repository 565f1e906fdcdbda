package dev.stagedoor.web.memorials;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.stagedoor.application.memorials.StreamView;
import dev.stagedoor.domain.video.LiveStreamId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What several streams are doing now, by id; those the caller may not see are left out. */
@Serdeable
public final class StreamStatusesResponse {
  private final Map<String, StreamStatusResponse> byId;

  private StreamStatusesResponse(Map<String, StreamStatusResponse> byId) {
    this.byId = byId;
  }

  static StreamStatusesResponse from(Map<LiveStreamId, StreamView> streams) {
    Map<String, StreamStatusResponse> byId = new LinkedHashMap<>();
    streams.forEach(
        (id, stream) -> byId.put(id.value().toString(), StreamStatusResponse.from(stream)));
    return new StreamStatusesResponse(byId);
  }

  /** The whole body. */
  @JsonValue
  public Map<String, StreamStatusResponse> byId() {
    return byId;
  }
}
