package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import java.util.Optional;

/**
 * Keeps what courses are made of. All methods need an open unit of work; whoever saves holds the
 * lock of the course.
 */
public interface CurriculumRepository {
  /** Returns the curriculum of a course; an empty one when it has none. */
  Curriculum of(CourseId course);

  /** Returns the course a chapter is of. */
  Optional<CourseId> courseOf(ChapterId chapter);

  Optional<Lecture> find(LectureId lecture);

  /**
   * Makes what is stored equal to this. What is not in it is removed, and with a lecture how far
   * students are with it.
   */
  void save(Curriculum curriculum);
}
