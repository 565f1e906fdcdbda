package dev.stagedoor.persistence.courses;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.courses.CourseTables.Certificates;
import dev.stagedoor.persistence.courses.CourseTables.Courses;
import dev.stagedoor.persistence.courses.CourseTables.Enrollments;
import dev.stagedoor.persistence.courses.CourseTables.Lectures;
import dev.stagedoor.persistence.sql.Codes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Reads courses with their teachers, and enrollments with their students, in one query each. */
final class CourseViews {
  private static final String DROPPED = Codes.of(Enrollment.Status.DROPPED);

  private static final Field<Integer> ENROLLED =
      field(
              selectCount()
                  .from(Enrollments.TABLE)
                  .where(Enrollments.COURSE_ID.eq(Courses.ID))
                  .and(Enrollments.STATUS.ne(DROPPED)))
          .as("enrolled");

  private static final Field<Integer> LECTURES =
      field(
              selectCount()
                  .from(Lectures.TABLE)
                  .where(Lectures.COURSE_ID.eq(Courses.ID))
                  .and(Lectures.IS_DRAFT.isFalse()))
          .as("lectures");

  private static final List<Field<?>> COURSE =
      List.of(
          Courses.ID,
          Courses.SLUG,
          Courses.TITLE,
          Courses.DESCRIPTION,
          Courses.PRICE_MINOR,
          Courses.CURRENCY,
          Courses.STATUS,
          Courses.TEACHER_ID,
          AccountTable.FIRST_NAME,
          AccountTable.LAST_NAME,
          ENROLLED,
          LECTURES,
          Courses.PUBLISHED_AT,
          Courses.CREATED_AT,
          Courses.UPDATED_AT);

  private static final List<Field<?>> ENROLLMENT =
      List.of(
          Enrollments.ID,
          Enrollments.COURSE_ID,
          Courses.SLUG,
          Courses.TITLE,
          Enrollments.STUDENT_ID,
          AccountTable.FIRST_NAME,
          AccountTable.LAST_NAME,
          Enrollments.STATUS,
          Enrollments.PROGRESS,
          Enrollments.WATCHED_MILLIS,
          Enrollments.PAYMENT_ID,
          Enrollments.ENROLLED_AT,
          Enrollments.COMPLETED_AT,
          Enrollments.DROPPED_AT,
          Certificates.NUMBER);

  private CourseViews() {}

  static SelectOnConditionStep<Record> courses(DSLContext sql, List<Field<?>> more) {
    return sql.select(COURSE)
        .select(more)
        .from(Courses.TABLE)
        .join(AccountTable.TABLE)
        .on(AccountTable.ID.eq(Courses.TEACHER_ID));
  }

  static CourseView course(Record row) {
    return new CourseView(
        row.get(Courses.ID),
        row.get(Courses.SLUG),
        row.get(Courses.TITLE),
        row.get(Courses.DESCRIPTION),
        Money.of(row.get(Courses.PRICE_MINOR), row.get(Courses.CURRENCY)),
        row.get(Courses.STATUS),
        row.get(Courses.TEACHER_ID),
        AccountTable.nameIn(row),
        row.get(ENROLLED),
        row.get(LECTURES),
        Optional.ofNullable(row.get(Courses.PUBLISHED_AT)),
        row.get(Courses.CREATED_AT),
        row.get(Courses.UPDATED_AT));
  }

  static SelectOnConditionStep<Record> enrollments(DSLContext sql) {
    return sql.select(ENROLLMENT)
        .from(Enrollments.TABLE)
        .join(Courses.TABLE)
        .on(Courses.ID.eq(Enrollments.COURSE_ID))
        .join(AccountTable.TABLE)
        .on(AccountTable.ID.eq(Enrollments.STUDENT_ID))
        .leftJoin(Certificates.TABLE)
        .on(Certificates.ENROLLMENT_ID.eq(Enrollments.ID).and(Certificates.REVOKED_AT.isNull()));
  }

  static EnrollmentView enrollment(Record row) {
    return new EnrollmentView(
        row.get(Enrollments.ID),
        row.get(Enrollments.COURSE_ID),
        row.get(Courses.SLUG),
        row.get(Courses.TITLE),
        row.get(Enrollments.STUDENT_ID),
        AccountTable.nameIn(row),
        row.get(Enrollments.STATUS),
        new Progress(row.get(Enrollments.PROGRESS)),
        Duration.ofMillis(row.get(Enrollments.WATCHED_MILLIS)),
        Optional.ofNullable(row.get(Enrollments.PAYMENT_ID)),
        row.get(Enrollments.ENROLLED_AT),
        Optional.ofNullable(row.get(Enrollments.COMPLETED_AT)),
        Optional.ofNullable(row.get(Enrollments.DROPPED_AT)),
        Optional.ofNullable(row.get(Certificates.NUMBER)));
  }
}
