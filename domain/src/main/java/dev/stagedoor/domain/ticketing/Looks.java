package dev.stagedoor.domain.ticketing;

import java.time.Duration;

/**
 * Says when a system is asked about a sale again: a sale that goes on is looked at often, any other
 * less and less.
 */
final class Looks {
  /** A system may tell before its own change is kept; so long after, that is surely over. */
  static final Duration AFTER_NEWS = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_SETUP_PAUSE = Duration.ofMinutes(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 7;

  private Looks() {}

  /**
   * Returns how long after a look the next one is due.
   *
   * @param before how many there were since anything changed
   */
  static Duration pause(TicketingStatus status, int before) {
    Duration grown = PAUSE.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    Duration longest = longest(status);
    return grown.compareTo(longest) > 0 ? longest : grown;
  }

  // Some systems do not tell when a sale that was set up begins by itself.
  private static Duration longest(TicketingStatus status) {
    return switch (status) {
      case ACTIVE -> PAUSE;
      case SETUP -> LONGEST_SETUP_PAUSE;
      case NONE, INACTIVE -> LONGEST_PAUSE;
    };
  }
}
