package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Words;
import dev.stagedoor.persistence.courses.CourseTables.Courses;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JdbcCourseRepository implements CourseRepository {
  private static final String INDEX =
      """
      update courses
      set title_words = array_to_tsvector(cast(? as text[])), words = array_to_tsvector(cast(? as text[]))
      where id = ?
      """;

  private final CourseRows rows;
  private final DSLContext sql;

  JdbcCourseRepository(CourseRows rows, DSLContext sql) {
    this.rows = rows;
    this.sql = sql;
  }

  @Override
  public Optional<Course> find(CourseId id) {
    return rows.findById(id.value()).map(CourseRow::toDomain);
  }

  @Override
  public Optional<Course> lock(CourseId id) {
    // Against other changes only: students go on coming in.
    sql.select(Courses.ID)
        .from(Courses.TABLE)
        .where(Courses.ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetch();
    return find(id);
  }

  @Override
  public boolean add(Course course) {
    boolean added = rows.insert(CourseRow.from(course.snapshot())) != null;
    if (added) {
      index(course);
    }
    return added;
  }

  @Override
  public void save(Course course) {
    try {
      rows.update(CourseRow.from(course.snapshot()));
    } catch (OptimisticLockException e) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    index(course);
  }

  private void index(Course course) {
    sql.execute(
        INDEX,
        Words.of(course.title()).toArray(String[]::new),
        Words.of(course.title() + " " + course.description()).toArray(String[]::new),
        course.id().value());
  }

  @Override
  public boolean remove(CourseId id) {
    // Nobody can come in from here on, and who came in before is seen by the next statement.
    sql.select(Courses.ID).from(Courses.TABLE).where(Courses.ID.eq(id.value())).forUpdate().fetch();
    return sql.execute(
            """
            delete from courses
            where id = ?
              and not exists (select from course_purchases where course_id = courses.id)
              and not exists (select from enrollments where course_id = courses.id)
            """,
            id.value())
        == 1;
  }
}
