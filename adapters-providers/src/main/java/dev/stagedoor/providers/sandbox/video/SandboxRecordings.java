package dev.stagedoor.providers.sandbox.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.port.Recordings;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.List;
import java.util.Optional;

/** Finds what the sandbox has recorded. */
final class SandboxRecordings implements Recordings {
  private final SandboxVideo farSide;
  private final SandboxLine line;
  private final Addresses addresses;

  SandboxRecordings(SandboxVideo farSide, SandboxLine line, Addresses addresses) {
    this.farSide = farSide;
    this.line = line;
    this.addresses = addresses;
  }

  @Override
  public List<RecordedVideo> of(ProviderRef input) {
    return line.tell(() -> farSide.find(input)).map(this::recordings).orElse(List.of());
  }

  private List<RecordedVideo> recordings(Input input) {
    return input.broadcasts().stream().map(this::recording).toList();
  }

  // The time is that of the broadcast's end, not of the look: so that the recording of a broadcast
  // that was cut off is older than the encoder's return.
  private RecordedVideo recording(Broadcast broadcast) {
    String id = broadcast.recording();
    ProviderRef ref = new ProviderRef(SandboxLine.ID, id);
    if (farSide.isRecorded(broadcast)) {
      return new RecordedVideo(
          ref,
          RecordingStatus.READY,
          Optional.of(addresses.playlist(id)),
          Optional.of(TestPicture.recordedLength(broadcast)),
          Optional.of(addresses.thumbnail(id)),
          broadcast.end().orElse(broadcast.connectedAt()));
    }
    return new RecordedVideo(
        ref,
        RecordingStatus.PROCESSING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        broadcast.end().orElse(broadcast.connectedAt()));
  }
}
