package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.CurriculumView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course; what it is made of is there only where one course was asked for. */
@Serdeable
public record CourseResponse(
    UUID id,
    String slug,
    String title,
    String description,
    BigDecimal price,
    String currency,
    String status,
    UUID teacherId,
    String teacherName,
    long enrollmentCount,
    long lectureCount,
    @Nullable Instant publishedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable List<ChapterResponse> chapters,
    @Nullable List<LectureResponse> lectures) {
  static CourseResponse from(CourseView view) {
    return from(view, null, null);
  }

  /** Tells of a course with its chapters, and with the lectures before all chapters. */
  static CourseResponse from(CourseView view, CurriculumView curriculum) {
    return from(
        view,
        curriculum.chapters().stream().map(ChapterResponse::from).toList(),
        curriculum.lectures().stream().map(LectureResponse::from).toList());
  }

  private static CourseResponse from(
      CourseView view,
      @Nullable List<ChapterResponse> chapters,
      @Nullable List<LectureResponse> lectures) {
    return new CourseResponse(
        view.id(),
        view.slug(),
        view.title(),
        view.description(),
        Decimals.of(view.price()),
        view.price().currency().getCurrencyCode(),
        view.status(),
        view.teacherId(),
        view.teacherName(),
        view.enrollmentCount(),
        view.lectureCount(),
        view.publishedAt().orElse(null),
        view.createdAt(),
        view.updatedAt(),
        chapters,
        lectures);
  }
}
