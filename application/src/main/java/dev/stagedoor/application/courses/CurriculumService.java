package dev.stagedoor.application.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import java.util.Optional;

/** What courses are made of: chapters and lectures in order. */
@SuppressWarnings("DoNotCallSuggester")
public final class CurriculumService {
  /**
   * Returns what a course is made of to whoever may know of it; drafts to its teacher only,
   * playback to nobody.
   */
  public CurriculumView of(Actor actor, CourseId course) {
    throw new UnsupportedOperationException();
  }

  /** Adds a chapter, at a place or at the end. */
  public CurriculumView.ChapterView addChapter(
      Actor actor, CourseId course, String title, Optional<Integer> position) {
    throw new UnsupportedOperationException();
  }

  /** Changes what is given. */
  public CurriculumView.ChapterView changeChapter(
      Actor actor, ChapterId chapter, Optional<String> title, Optional<Integer> position) {
    throw new UnsupportedOperationException();
  }

  /** Removes a chapter and keeps its lectures. */
  public void removeChapter(Actor actor, ChapterId chapter) {
    throw new UnsupportedOperationException();
  }

  /** Adds a lecture. */
  public LectureView addLecture(Actor actor, NewLecture wanted) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a lecture; with playback to who may watch it: its teacher, who is enrolled, and for a
   * preview of a published course everybody.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_ENROLLED} to others that may
   *     know of the course
   */
  public LectureView lecture(Actor actor, LectureId id) {
    throw new UnsupportedOperationException();
  }

  /** Changes what is given. */
  public LectureView changeLecture(Actor actor, LectureId id, ChangeLecture change) {
    throw new UnsupportedOperationException();
  }

  /** Removes a lecture with its video. */
  public void removeLecture(Actor actor, LectureId id) {
    throw new UnsupportedOperationException();
  }
}
