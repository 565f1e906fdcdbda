package dev.stagedoor.application.courses;

import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.storage.FileId;

/** The videos of lectures, from the file a teacher sends to what students watch. */
@SuppressWarnings("DoNotCallSuggester")
public final class LectureVideoService {
  /**
   * Opens an upload for a lecture. An earlier one that was not confirmed is given up.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code FILE_TOO_LARGE}, {@code
   *     FILE_TYPE_NOT_TAKEN}, {@code INVALID_VALUE}
   */
  public OpenedUpload open(Actor actor, LectureId lecture, NewFile file) {
    throw new UnsupportedOperationException();
  }

  /** Opens an upload for a lecture of this course, for a service that was let in. */
  public OpenedUpload open(Actor actor, CourseId course, LectureId lecture, NewFile file) {
    throw new UnsupportedOperationException();
  }

  /**
   * Says that the file is there; it is looked at in the store and handed to the library. Repeating
   * it changes nothing, but tries again what failed to be prepared.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code FILE_NOT_RECEIVED}, {@code
   *     FILE_DIFFERS}, {@code UPLOAD_EXPIRED}
   */
  public LectureVideoView confirm(Actor actor, LectureId lecture, FileId file) {
    throw new UnsupportedOperationException();
  }

  /** Tells how far the newest video is. For the teacher and who is enrolled. */
  public LectureVideoView status(Actor actor, LectureId lecture) {
    throw new UnsupportedOperationException();
  }
}
