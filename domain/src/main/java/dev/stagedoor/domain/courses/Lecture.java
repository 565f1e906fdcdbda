package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.Subject;
import java.util.Optional;

/**
 * One thing to watch in a course. Its video is kept by the library, under the lecture's {@linkplain
 * #subject subject}.
 *
 * @param chapter the chapter it is in; empty for one before all chapters
 * @param position its place among the lectures of the chapter, counted from 1 without gaps
 * @param isPreview whether everybody may watch it while the course is published
 * @param isDraft whether only the teacher sees it
 */
public record Lecture(
    LectureId id,
    CourseId course,
    Optional<ChapterId> chapter,
    String title,
    int position,
    boolean isPreview,
    boolean isDraft) {
  private static final String SUBJECT = "course_lecture";

  public Lecture {
    title = Chapter.checked(title);
  }

  /** Names the lecture to the library and to the store of files. */
  public static Subject subject(LectureId id) {
    return new Subject(SUBJECT, id.value());
  }

  /** Returns the lecture a subject names, empty when it names something else. */
  public static Optional<LectureId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new LectureId(subject.id()))
        : Optional.empty();
  }

  public Lecture titled(String next) {
    return new Lecture(id, course, chapter, next, position, isPreview, isDraft);
  }

  public Lecture shown(boolean preview, boolean draft) {
    return new Lecture(id, course, chapter, title, position, preview, draft);
  }

  Lecture in(Optional<ChapterId> next, int place) {
    return new Lecture(id, course, next, title, place, isPreview, isDraft);
  }
}
