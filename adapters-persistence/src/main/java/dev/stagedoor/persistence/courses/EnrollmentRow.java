package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("enrollments")
record EnrollmentRow(
    @Id UUID id,
    UUID courseId,
    UUID studentId,
    String status,
    @Nullable UUID paymentId,
    @TypeDef(type = DataType.JSON) List<UUID> standing,
    @TypeDef(type = DataType.JSON) List<UUID> withdrawn,
    int progress,
    long watchedMillis,
    Instant enrolledAt,
    @Nullable Instant completedAt,
    @Nullable Instant droppedAt,
    @Version long version) {

  static EnrollmentRow from(Enrollment.Snapshot enrollment) {
    PaymentId payment = enrollment.payment();
    return new EnrollmentRow(
        enrollment.id().value(),
        enrollment.course().value(),
        enrollment.student().value(),
        enrollment.status().code(),
        payment == null ? null : payment.value(),
        ids(enrollment.standing()),
        ids(enrollment.withdrawn()),
        enrollment.progress().hundredths(),
        enrollment.watched().toMillis(),
        enrollment.enrolledAt(),
        enrollment.completedAt(),
        enrollment.droppedAt(),
        enrollment.version());
  }

  Enrollment toDomain() {
    return Enrollment.restore(
        new Enrollment.Snapshot(
            new EnrollmentId(id),
            new CourseId(courseId),
            new UserId(studentId),
            Codes.parse(Enrollment.Status.class, status),
            paymentId == null ? null : new PaymentId(paymentId),
            payments(standing),
            payments(withdrawn),
            new Progress(progress),
            Duration.ofMillis(watchedMillis),
            enrolledAt,
            completedAt,
            droppedAt,
            version));
  }

  private static List<UUID> ids(Set<PaymentId> payments) {
    return payments.stream().map(PaymentId::value).toList();
  }

  private static Set<PaymentId> payments(List<UUID> ids) {
    return new LinkedHashSet<>(ids.stream().map(PaymentId::new).toList());
  }
}
