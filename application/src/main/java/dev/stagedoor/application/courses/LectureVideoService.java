package dev.stagedoor.application.courses;

import dev.stagedoor.application.library.VideoService;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.VideoReady;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.storage.StorageError;
import dev.stagedoor.domain.storage.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The videos of lectures, from the file a teacher sends to what students watch. */
public final class LectureVideoService {
  /** The largest film that is taken, where the store takes as much. */
  public static final long MOST_BYTES = 5L << 30;

  private static final String FILMS = "video/";

  private final UnitOfWork work;
  private final CourseAccess access;
  private final UploadService uploads;
  private final VideoService videos;
  private final Duration uploadLife;

  public LectureVideoService(
      UnitOfWork work,
      CourseAccess access,
      UploadService uploads,
      VideoService videos,
      Duration uploadLife) {
    this.work = work;
    this.access = access;
    this.uploads = uploads;
    this.videos = videos;
    this.uploadLife = uploadLife;
  }

  /**
   * Opens an upload for a lecture. An earlier one that was not confirmed is given up.
   *
   * @throws DomainException {@code FILE_TOO_LARGE}, {@code FILE_TYPE_NOT_TAKEN}, {@code
   *     INVALID_VALUE}
   */
  public OpenedUpload open(Actor actor, LectureId lecture, NewFile file) {
    var unused = work.read(() -> access.taught(actor, lecture));
    return open(Lecture.subject(lecture), lecture, file);
  }

  /** Opens an upload for a lecture of this course, for a service that was let in. */
  public OpenedUpload open(Actor actor, CourseId course, LectureId lecture, NewFile file) {
    Lecture found = work.read(() -> access.taught(actor, lecture));
    if (!found.course().equals(course)) {
      throw DomainException.notFound();
    }
    return open(Lecture.subject(lecture), lecture, file);
  }

  private OpenedUpload open(Subject subject, LectureId lecture, NewFile file) {
    if (!file.mediaType().strip().toLowerCase(Locale.ROOT).startsWith(FILMS)) {
      throw new DomainException(
          StorageError.FILE_TYPE_NOT_TAKEN, Map.of("contentType", file.mediaType()));
    }
    if (file.bytes() > MOST_BYTES) {
      throw UploadService.tooLarge(file, MOST_BYTES);
    }
    OpenedUpload opened = uploads.open(subject, file, uploadLife);
    work.run(
        () -> {
          var unused = access.lock(Actor.system(), lecture);
          giveUpBefore(opened.file(), subject);
        });
    return opened;
  }

  /** Of two who open at once, both do not give up the other's. */
  private void giveUpBefore(FileId newest, Subject subject) {
    Set<FileId> used =
        videos.of(subject).stream().map(VideoAsset::file).collect(Collectors.toSet());
    uploads.of(subject).stream()
        .map(Upload::id)
        .dropWhile(file -> !file.equals(newest))
        .filter(file -> !file.equals(newest) && !used.contains(file))
        .forEach(uploads::discard);
  }

  /**
   * Says that the file is there; it is looked at in the store and handed to the library. Repeating
   * it changes nothing, but tries again what failed to be prepared.
   *
   * @throws DomainException {@code FILE_NOT_RECEIVED}, {@code FILE_DIFFERS}, {@code UPLOAD_EXPIRED}
   */
  public LectureVideoView confirm(Actor actor, LectureId lecture, FileId file) {
    var unused = work.read(() -> access.taught(actor, lecture));
    Upload confirmed = uploads.confirm(Lecture.subject(lecture), file);
    return work.write(() -> prepare(access.lock(actor, lecture), confirmed.id()));
  }

  private LectureVideoView prepare(Lecture lecture, FileId file) {
    Subject subject = Lecture.subject(lecture.id());
    return view(
        videos.of(subject).stream()
            .filter(video -> video.file().equals(file))
            .findFirst()
            .map(made -> videos.retry(made.id()))
            .orElseGet(() -> take(lecture, subject, file)));
  }

  private VideoAsset take(Lecture lecture, Subject subject, FileId file) {
    if (uploads.of(subject).stream().noneMatch(kept -> kept.id().equals(file))) {
      throw new DomainException(StorageError.UPLOAD_EXPIRED);
    }
    return videos.take(subject, file, lecture.title());
  }

  /** Tells how far the newest video is. For the teacher and who is enrolled. */
  public LectureVideoView status(Actor actor, LectureId lecture) {
    return work.read(
        () -> {
          var unused = access.studied(actor, lecture);
          Subject subject = Lecture.subject(lecture);
          return videos.of(subject).stream()
              .findFirst()
              .map(LectureVideoService::view)
              .or(
                  () ->
                      uploads.of(subject).stream()
                          .findFirst()
                          .map(
                              awaited ->
                                  new LectureVideoView(
                                      "waiting", 0, Optional.empty(), Optional.empty())))
              .orElseThrow(DomainException::notFound);
        });
  }

  /** Removes, in the open unit of work, all there is of a lecture. */
  void remove(LectureId lecture) {
    Subject subject = Lecture.subject(lecture);
    videos.remove(subject, List.of());
    uploads.of(subject).forEach(upload -> uploads.discard(upload.id()));
  }

  /** Removes what a video that is ready takes the place of. */
  public void replace(VideoReady ready) {
    if (Lecture.of(ready.subject()).isPresent()) {
      List<VideoId> all = videos.of(ready.subject()).stream().map(VideoAsset::id).toList();
      videos.remove(ready.subject(), all.subList(0, all.indexOf(ready.video()) + 1));
    }
  }

  private static LectureVideoView view(VideoAsset video) {
    return new LectureVideoView(
        statusOf(video),
        video.progress(),
        video.failure().map(VideoFailure::reason).map(Enum::name),
        Optional.of(video.file().value()));
  }

  /** Returns where a video stands, in the words of the API. */
  static String statusOf(VideoAsset video) {
    return switch (video.status()) {
      case HANDING_OVER, PROCESSING -> "processing";
      case READY -> "completed";
      case FAILED -> "failed";
      case REMOVED -> throw new IllegalStateException(video.id() + " is removed");
    };
  }
}
