package dev.stagedoor.application.video;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.port.LiveIngest;
import java.util.List;
import java.util.Optional;

/** What a stream has at its provider. Every call goes out, so none may stand in a unit of work. */
final class StreamInputs {
  private final VideoProviders providers;

  StreamInputs(VideoProviders providers) {
    this.providers = providers;
  }

  /** Makes the one input of a stream, or finds it if it was made and the answer was lost. */
  LiveInput make(LiveStream stream) {
    return ingest(stream).create(stream.newInput());
  }

  void open(LiveStream stream) {
    ingest(stream).enable(refOf(stream));
  }

  /**
   * Leaves nothing of a stream that is over for an encoder to send to. Where we know of no input
   * there may still be one whose making we were not told of.
   */
  void close(LiveStream stream) {
    if (stream.input().isEmpty()) {
      deleteUnknown(stream);
    } else if (stream.isRemoved()) {
      delete(stream, refOf(stream));
    } else {
      ingest(stream).disable(refOf(stream));
    }
  }

  void delete(LiveStream stream, ProviderRef input) {
    ingest(stream).delete(input);
  }

  private void deleteUnknown(LiveStream stream) {
    LiveInput found;
    try {
      found = make(stream);
    } catch (ProviderException e) {
      if (e.kind() == ProviderException.Kind.REJECTED) {
        return;
      }
      throw e;
    }
    delete(stream, found.ref());
  }

  /** Returns what the input does now, empty when there is none yet. */
  Optional<IngestState> state(LiveStream stream) {
    return stream.input().map(input -> ingest(stream).state(input.ref()));
  }

  List<RecordedVideo> recordings(LiveStream stream) {
    return stream
        .input()
        .map(input -> providers.of(stream).recordings().of(input.ref()))
        .orElse(List.of());
  }

  private LiveIngest ingest(LiveStream stream) {
    return providers.of(stream).ingest();
  }

  private static ProviderRef refOf(LiveStream stream) {
    return stream.input().orElseThrow().ref();
  }
}
