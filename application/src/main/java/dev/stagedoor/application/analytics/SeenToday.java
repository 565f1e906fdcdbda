package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.auth.UserId;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers who was noted today, so that nobody is written down at each request. */
final class SeenToday {
  /** Who comes after so many is noted again, which changes nothing. */
  private static final int MOST = 200_000;

  private record Day(LocalDate date, Set<UserId> noted) {
    static Day of(LocalDate date) {
      return new Day(date, ConcurrentHashMap.newKeySet());
    }
  }

  private volatile Day today = Day.of(LocalDate.EPOCH);

  boolean isNoted(UserId user, LocalDate date) {
    Day day = today;
    return day.date().equals(date) && day.noted().contains(user);
  }

  void note(UserId user, LocalDate date) {
    Day day = today;
    if (!day.date().equals(date) || day.noted().size() >= MOST) {
      day = Day.of(date);
      today = day;
    }
    day.noted().add(user);
  }
}
