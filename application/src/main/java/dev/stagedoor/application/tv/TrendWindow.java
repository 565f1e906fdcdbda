package dev.stagedoor.application.tv;

import java.time.Duration;
import java.util.Locale;

/** Over which time it is counted what people watch. What was watched long ago in it counts less. */
public enum TrendWindow {
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7));

  private final Duration length;

  TrendWindow(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }

  /** Returns after how long somebody who watched counts for half. */
  public Duration halfLife() {
    return length.dividedBy(4);
  }

  /** Returns the name that clients and stored rows use: {@code day}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
