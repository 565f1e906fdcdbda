package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;

/**
 * A part of a course.
 *
 * @param position its place among the chapters, counted from 1 without gaps
 */
public record Chapter(ChapterId id, CourseId course, String title, int position) {
  public static final int MAX_TITLE = 200;

  public Chapter {
    title = checked(title);
  }

  public Chapter titled(String next) {
    return new Chapter(id, course, next, position);
  }

  Chapter at(int place) {
    return new Chapter(id, course, title, place);
  }

  static String checked(String title) {
    String stripped = title.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid("title", "blank");
    }
    if (stripped.length() > MAX_TITLE) {
      throw DomainException.invalid(Fault.longerThan("title", MAX_TITLE));
    }
    return stripped;
  }
}
