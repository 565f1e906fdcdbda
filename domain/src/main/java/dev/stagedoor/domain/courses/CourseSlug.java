package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.SlugText;

/** The address of a course's page below {@code /courses/}. Never changes once given. */
public record CourseSlug(String value) {
  private static final int MAX_LENGTH = 80;

  public CourseSlug {
    SlugText.check(value, MAX_LENGTH);
  }

  /**
   * Makes the {@code attempt}-th slug for a title, counted from 1: {@code painting}, {@code
   * painting-2}. Titles without any letter give {@code course}.
   */
  public static CourseSlug of(String title, int attempt) {
    String base = SlugText.of(title);
    return new CourseSlug(SlugText.numbered(base.isEmpty() ? "course" : base, MAX_LENGTH, attempt));
  }

  @Override
  public String toString() {
    return value;
  }
}
