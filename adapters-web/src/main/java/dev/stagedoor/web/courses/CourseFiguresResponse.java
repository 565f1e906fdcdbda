package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** A course with how it does, for its teacher. */
@Serdeable
public record CourseFiguresResponse(
    CourseResponse course,
    long enrolled,
    long completed,
    BigDecimal taken,
    BigDecimal refunded,
    String currency) {
  static CourseFiguresResponse from(CourseFigures figures) {
    return new CourseFiguresResponse(
        CourseResponse.from(figures.course()),
        figures.enrolled(),
        figures.completed(),
        Decimals.of(figures.taken()),
        Decimals.of(figures.refunded()),
        figures.taken().currency().getCurrencyCode());
  }
}
