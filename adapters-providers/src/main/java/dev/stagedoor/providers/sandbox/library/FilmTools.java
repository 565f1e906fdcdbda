package dev.stagedoor.providers.sandbox.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Looks into films. */
interface FilmTools {
  /**
   * Finds out how long a film is, and writes one of its pictures as JPEG.
   *
   * @param ending how the name of such a film ends
   * @param still where the picture goes
   */
  Facts look(Path film, String ending, Path still);

  /** What was found out. */
  record Facts(Optional<Duration> length, boolean hasStill) {
    static final Facts NONE = new Facts(Optional.empty(), false);
  }
}
