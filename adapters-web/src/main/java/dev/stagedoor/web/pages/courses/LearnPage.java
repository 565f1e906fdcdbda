package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.LectureView;
import java.time.Duration;
import java.util.Optional;

/**
 * A course as one learns it.
 *
 * @param enrollment the reader's place in it; empty for its teacher, who only looks
 * @param lecture the lecture that is open, with where it plays; empty where there is none yet
 */
public record LearnPage(
    CourseView course,
    Contents contents,
    Optional<EnrollmentView> enrollment,
    Optional<LectureView> lecture) {
  /** Returns whole percents, rounded down, so that 100 is all of it. */
  public int percent() {
    return enrollment.map(one -> one.progress().hundredths() / 100).orElse(0);
  }

  public Optional<LectureView> previous() {
    return lecture.flatMap(one -> contents.before(one.id()));
  }

  public Optional<LectureView> following() {
    return lecture.flatMap(one -> contents.after(one.id()));
  }

  /** Returns from which second on to play: where the reader was, but not what they have seen. */
  public long resumeAt() {
    return lecture
        .flatMap(LectureView::watched)
        .filter(watched -> !watched.isCompleted())
        .map(LectureView.Watched::position)
        .map(Duration::toSeconds)
        .orElse(0L);
  }
}
