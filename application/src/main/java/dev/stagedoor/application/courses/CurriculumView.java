package dev.stagedoor.application.courses;

import java.util.List;
import java.util.UUID;

/**
 * What a course is made of, in order.
 *
 * @param lectures those before all chapters
 */
public record CurriculumView(List<LectureView> lectures, List<ChapterView> chapters) {
  /** A chapter with its lectures in order. */
  public record ChapterView(UUID id, String title, int position, List<LectureView> lectures) {}
}
