package dev.stagedoor.application.tv;

import java.util.Locale;

/**
 * What a search found.
 *
 * @param score in thousandths: how well it fits
 */
public record FoundItem(ItemView item, int score, Matched matched) {
  /** By what it was found. */
  public enum Matched {
    /** All words are in its name. */
    NAME,
    /** Some of them are in its group. */
    GROUP,
    /** Its name is spelt nearly so. */
    SIMILAR;

    /** Returns the name that clients use: {@code name}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
