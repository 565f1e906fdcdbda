package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.persistence.courses.CourseTables.Watched;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JooqWatchedLectureRepository implements WatchedLectureRepository {
  private final DSLContext sql;

  JooqWatchedLectureRepository(DSLContext sql) {
    this.sql = sql;
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
        .fetch(JooqWatchedLectureRepository::watched);
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
