package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import java.util.Optional;

/** Keeps courses. All methods need an open unit of work. */
public interface CourseRepository {
  Optional<Course> find(CourseId id);

  /** Finds and locks a course until the unit of work ends. */
  Optional<Course> lock(CourseId id);

  /**
   * Inserts a course unless its slug is taken, and returns whether it did. Of two concurrent calls
   * with one slug exactly one inserts.
   */
  boolean add(Course course);

  /**
   * Updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Course course);

  /**
   * Removes a course with its chapters and lectures, unless somebody wanted to buy it or has a
   * place in it, whatever became of that; tells whether it did.
   */
  boolean remove(CourseId id);
}
