package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course without the words it is found by. */
@MappedEntity("courses")
record CourseRow(
    @Id UUID id,
    String slug,
    UUID teacherId,
    String title,
    String description,
    long priceMinor,
    String currency,
    String status,
    @Nullable Instant publishedAt,
    Instant createdAt,
    Instant updatedAt,
    @Version long version) {

  static CourseRow from(Course.Snapshot course) {
    return new CourseRow(
        course.id().value(),
        course.slug().value(),
        course.teacher().value(),
        course.title(),
        course.description(),
        course.price().minor(),
        course.price().currency().getCurrencyCode(),
        course.status().code(),
        course.publishedAt(),
        course.createdAt(),
        course.updatedAt(),
        course.version());
  }

  Course toDomain() {
    return Course.restore(
        new Course.Snapshot(
            new CourseId(id),
            new CourseSlug(slug),
            new UserId(teacherId),
            title,
            description,
            Money.of(priceMinor, currency),
            Codes.parse(Course.Status.class, status),
            publishedAt,
            createdAt,
            updatedAt,
            version));
  }
}
