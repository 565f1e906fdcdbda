package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

@Singleton
@InsideUnitOfWork
class JdbcEnrollmentRepository implements EnrollmentRepository {
  private final EnrollmentRows rows;

  JdbcEnrollmentRepository(EnrollmentRows rows) {
    this.rows = rows;
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
}
