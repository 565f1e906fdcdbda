package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.persistence.courses.CourseTables.Watched;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JdbcEnrollmentRepository implements EnrollmentRepository {
  private final EnrollmentRows rows;
  private final DSLContext sql;

  JdbcEnrollmentRepository(EnrollmentRows rows, DSLContext sql) {
    this.rows = rows;
    this.sql = sql;
  }

  @Override
  public Optional<Enrollment> find(CourseId course, UserId student) {
    return rows.findByCourseIdAndStudentId(course.value(), student.value())
        .map(EnrollmentRow::toDomain);
  }

  @Override
  public Enrollment lock(Enrollment place) {
    UUID course = place.course().value();
    UUID student = place.student().value();
    Optional<EnrollmentRow> found = rows.findByCourseIdAndStudentIdForUpdate(course, student);
    if (found.isEmpty()) {
      rows.insert(EnrollmentRow.from(place.snapshot()));
      found = rows.findByCourseIdAndStudentIdForUpdate(course, student);
    }
    return found.orElseThrow().toDomain();
  }

  @Override
  public void save(Enrollment enrollment) {
    try {
      rows.update(EnrollmentRow.from(enrollment.snapshot()));
    } catch (OptimisticLockException e) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
  }

  @Override
  public List<WatchedLecture> watched(EnrollmentId enrollment) {
    return sql.select(
            Watched.ENROLLMENT_ID,
            Watched.LECTURE_ID,
            Watched.POSITION_MILLIS,
            Watched.FURTHEST_MILLIS,
            Watched.IS_COMPLETED,
            Watched.UPDATED_AT)
        .from(Watched.TABLE)
        .where(Watched.ENROLLMENT_ID.eq(enrollment.value()))
        .fetch(JdbcEnrollmentRepository::watched);
  }

  @Override
  public void save(WatchedLecture watched) {
    Map<Field<?>, Object> values =
        Map.of(
            Watched.POSITION_MILLIS, watched.position().toMillis(),
            Watched.FURTHEST_MILLIS, watched.furthest().toMillis(),
            Watched.IS_COMPLETED, watched.isCompleted(),
            Watched.UPDATED_AT, watched.updatedAt());
    sql.insertInto(Watched.TABLE)
        .set(Watched.ENROLLMENT_ID, watched.enrollment().value())
        .set(Watched.LECTURE_ID, watched.lecture().value())
        .set(values)
        .onConflict(Watched.ENROLLMENT_ID, Watched.LECTURE_ID)
        .doUpdate()
        .set(values)
        .execute();
  }

  @Override
  public void forget(EnrollmentId enrollment, Optional<LectureId> lecture) {
    sql.deleteFrom(Watched.TABLE)
        .where(Watched.ENROLLMENT_ID.eq(enrollment.value()))
        .and(lecture.map(only -> Watched.LECTURE_ID.eq(only.value())).orElseGet(DSL::noCondition))
        .execute();
  }

  private static WatchedLecture watched(Record row) {
    return new WatchedLecture(
        new EnrollmentId(row.get(Watched.ENROLLMENT_ID)),
        new LectureId(row.get(Watched.LECTURE_ID)),
        Duration.ofMillis(row.get(Watched.POSITION_MILLIS)),
        Duration.ofMillis(row.get(Watched.FURTHEST_MILLIS)),
        row.get(Watched.IS_COMPLETED),
        row.get(Watched.UPDATED_AT));
  }
}
