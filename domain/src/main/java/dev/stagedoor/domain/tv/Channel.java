package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing to watch of a playlist.
 *
 * @param itemId names it within its playlist, the same at each fetch as far as the service allows
 * @param guideId names it in the service's guide
 * @param group what the service lists it under; may be empty
 * @param address where its stream is; a secret, for it often carries name and password
 */
public record Channel(
    String itemId,
    Kind kind,
    String name,
    String group,
    Optional<String> logo,
    Optional<String> guideId,
    Secret address) {
  /** What one can watch. */
  public enum Kind {
    CHANNEL,
    MOVIE,
    EPISODE;

    /** Returns the name that clients and stored rows use: {@code channel}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
