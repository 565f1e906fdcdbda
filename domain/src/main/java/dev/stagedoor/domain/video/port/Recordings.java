package dev.stagedoor.domain.video.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.RecordedVideo;
import java.util.List;

/** Finds what was recorded. */
public interface Recordings {
  /**
   * Returns the recordings of a live input, those still being made included, oldest first; none for
   * an input that never sent or does not exist. Reads only.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  List<RecordedVideo> of(ProviderRef input);
}
