package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.library.LibraryVideo;
import java.time.Duration;
import java.time.Instant;

/** A far side that checks signed addresses, as a test arranges it and looks at it. */
public interface SignedPlaybackWorld extends PlaybackWorld {
  /** Makes a video that is ready, and plays only from signed addresses. */
  LibraryVideo aSignedOnlyVideo();

  /** Returns the time on both sides. */
  Instant now();

  /** Lets time pass on both sides. */
  void pass(Duration time);
}
