package dev.stagedoor.application.tv;

import java.util.Locale;
import java.util.Optional;

/**
 * Something to watch, and why.
 *
 * @param score in thousandths: how much speaks for it
 * @param because the name of what was watched, where the reason is about that
 */
public record Recommendation(ItemView item, int score, Reason reason, Optional<String> because) {
  /** What speaks for it most. */
  public enum Reason {
    /** People who watched that watched this. */
    WATCHED_TOGETHER,
    /** It is called alike, or in the same group. */
    ALIKE,
    TRENDING,
    /** It is in the playlist that was fetched last. */
    NEWEST;

    /** Returns the name that clients use: {@code alike}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
