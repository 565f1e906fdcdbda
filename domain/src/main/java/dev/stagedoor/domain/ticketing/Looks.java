package dev.stagedoor.domain.ticketing;

import java.time.Duration;

/**
 * Says when a system is asked about a sale again: a sale that goes on is looked at often, any other
 * less and less.
 */
final class Looks {
  /** A system may tell before its own change is kept; so long after, that is surely over. */
  static final Duration AFTER_NEWS = Duration.ofSeconds(3);

  private static final Duration AFTER_MISS = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MOST_DOUBLINGS = 11;

  /** So many looks make ten days of half hours. */
  private static final int LONG_SET_UP = 500;

  /** So many make eight days, the most of them six hours apart, and so many a month more. */
  private static final int LONG_OVER = 40;

  private static final int OVER_FOR_GOOD = 70;

  private Looks() {}

  /**
   * Returns how long after a look the next one is due.
   *
   * @param before how many there were since anything changed
   */
  static Duration pause(TicketingStatus status, int before) {
    Duration grown = PAUSE.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    Duration longest = longest(status, before);
    return grown.compareTo(longest) > 0 ? longest : grown;
  }

  /**
   * Returns how long after a look that failed the next one is due: as long again as the system has
   * been out of reach, but never longer than after a look that it answered.
   */
  static Duration afterMiss(Duration outOfReach, TicketingStatus status, int before) {
    Duration usual = pause(status, before);
    Duration grown = outOfReach.compareTo(AFTER_MISS) > 0 ? outOfReach : AFTER_MISS;
    return grown.compareTo(usual) > 0 ? usual : grown;
  }

  // Some systems do not tell when a sale that was set up begins by itself.
  private static Duration longest(TicketingStatus status, int before) {
    return switch (status) {
      case ACTIVE -> PAUSE;
      case SETUP -> before < LONG_SET_UP ? HALF_AN_HOUR : SIX_HOURS;
      case NONE, INACTIVE -> before < LONG_OVER ? SIX_HOURS : before < OVER_FOR_GOOD ? DAY : WEEK;
    };
  }
}
