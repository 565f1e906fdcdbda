package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.domain.courses.Course;
import java.util.Optional;

/**
 * One course, as whoever may know of it sees it.
 *
 * @param enrollment the reader's place in it, where they have one now
 * @param isTaught whether the reader teaches it
 */
public record CoursePage(
    CourseView course, Contents contents, Optional<EnrollmentView> enrollment, boolean isTaught) {
  private static final int SUMMARY = 160;

  /** Returns how the description begins, for search engines and previews of links. */
  public Optional<String> summary() {
    String whole = course.description();
    if (whole.codePointCount(0, whole.length()) <= SUMMARY) {
      return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
    }
    return Optional.of(whole.substring(0, whole.offsetByCodePoints(0, SUMMARY - 1)) + "…");
  }

  public boolean isOnSale() {
    return course.status().equals(Course.Status.PUBLISHED.code());
  }
}
