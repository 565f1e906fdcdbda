package dev.stagedoor.persistence.courses;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EnrollmentRows extends CrudRepository<EnrollmentRow, UUID> {
  Optional<EnrollmentRow> findByCourseIdAndStudentId(UUID courseId, UUID studentId);

  Optional<EnrollmentRow> findByCourseIdAndStudentIdForUpdate(UUID courseId, UUID studentId);

  @Query(
      """
      insert into enrollments (
        id, course_id, student_id, status, payment_id, standing, withdrawn, progress, watched_millis, enrolled_at,
        completed_at, dropped_at, version)
      values (
        :id, :courseId, :studentId, :status, :paymentId, cast(:standing as jsonb), cast(:withdrawn as jsonb), :progress,
        :watchedMillis, :enrolledAt, :completedAt, :droppedAt, 1)
      on conflict (course_id, student_id) do nothing
      returning id
      """)
  @Nullable UUID insert(EnrollmentRow row);
}
