package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The recordings of a stream that the provider knows now. */
@Serdeable
public record RecordingsResponse(
    boolean success, boolean recordingReady, List<RecordingResponse> recordings) {
  static RecordingsResponse from(StreamView stream) {
    return new RecordingsResponse(
        true,
        stream.recordingReady(),
        stream.recordings().stream().map(RecordingResponse::from).toList());
  }
}
