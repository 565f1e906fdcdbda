package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a student is with one lecture.
 *
 * @param position where to go on watching
 * @param furthest the furthest point that was ever reached
 * @param isCompleted whether it was watched to its end once, or the student says so
 */
public record WatchedLecture(
    EnrollmentId enrollment,
    LectureId lecture,
    Duration position,
    Duration furthest,
    boolean isCompleted,
    Instant updatedAt) {
  /** Longer than any lecture. */
  public static final Duration LONGEST = Duration.ofDays(2);

  /** What is left out at the end, and is watched all the same: 5 in 100. */
  private static final int CREDITS = 20;

  public static WatchedLecture untouched(EnrollmentId enrollment, LectureId lecture, Instant now) {
    return new WatchedLecture(enrollment, lecture, Duration.ZERO, Duration.ZERO, false, now);
  }

  /**
   * Takes in where the player is. What the player told earlier and comes late changes no more than
   * the place to go on.
   *
   * @param length how long the lecture is; zero when nobody knows
   */
  public WatchedLecture at(Duration place, Duration length, boolean done, Instant now) {
    if (place.isNegative() || place.compareTo(LONGEST) > 0) {
      throw DomainException.invalid(Fault.outside("positionSeconds", 0, LONGEST.toSeconds()));
    }
    Duration reached = furthest.compareTo(place) >= 0 ? furthest : place;
    boolean toTheEnd =
        !length.isZero() && reached.compareTo(length.minus(length.dividedBy(CREDITS))) >= 0;
    return new WatchedLecture(
        enrollment, lecture, place, reached, isCompleted || done || toTheEnd, now);
  }

  /** Returns how much of the lecture was seen. */
  public Progress progress(Duration length) {
    if (isCompleted) {
      return Progress.ALL;
    }
    return length.isZero() ? Progress.NONE : Progress.part(furthest.toMillis(), length.toMillis());
  }
}
