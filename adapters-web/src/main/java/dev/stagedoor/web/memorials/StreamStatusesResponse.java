package dev.stagedoor.web.memorials;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.stagedoor.application.video.StreamStatusView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several streams are doing now, by id; those the caller may not see are left out. */
@Serdeable
public final class StreamStatusesResponse {
  private final Map<String, StreamStatusResponse> byId;

  private StreamStatusesResponse(Map<String, StreamStatusResponse> byId) {
    this.byId = byId;
  }

  static StreamStatusesResponse from(List<StreamStatusView> streams) {
    Map<String, StreamStatusResponse> byId = new LinkedHashMap<>();
    streams.forEach(
        stream -> byId.put(stream.id().value().toString(), StreamStatusResponse.from(stream)));
    return new StreamStatusesResponse(byId);
  }

  /** The whole body. */
  @JsonValue
  public Map<String, StreamStatusResponse> byId() {
    return byId;
  }
}
