package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.WatchedLecture;
import java.util.List;
import java.util.Optional;

/** Keeps how far students are with lectures. All methods need an open unit of work. */
public interface WatchedLectureRepository {
  /** Returns how far the student is with each lecture that was begun. */
  List<WatchedLecture> watched(EnrollmentId enrollment);

  /** Inserts or updates how far the student is with one lecture. */
  void save(WatchedLecture watched);

  /** Forgets how far the student is, with one lecture or all. */
  void forget(EnrollmentId enrollment, Optional<LectureId> lecture);
}
