package dev.stagedoor.application.tv;

import java.util.Locale;

/**
 * Something that many people watched lately.
 *
 * @param viewers how many accounts; never fewer than {@link #LEAST_VIEWERS}
 */
public record TrendingItem(ItemView item, int viewers, Trend trend) {
  /** What fewer people watch is shown to nobody else: it would tell of them. */
  public static final int LEAST_VIEWERS = 3;

  /** How many watched, beside the same time before. */
  public enum Trend {
    /** Nobody watched before. */
    NEW,
    UP,
    STEADY,
    DOWN;

    /** Returns the name that clients and stored rows use: {@code up}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
