package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.application.courses.NewLecture;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.storage.SignedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Fills in one course on sale, with films to watch. Repeatable, as all of it. */
final class CoursesDemo {
  private static final String CHAPTER = "Colour";
  private static final String PREVIEW = "Paper and water";
  private static final String PAID = "First washes";

  private final Stagedoor stagedoor;
  private final BiConsumer<SignedRequest, byte[]> sender;

  /**
   * @param sender sends a file as a teacher's browser does
   */
  CoursesDemo(Stagedoor stagedoor, BiConsumer<SignedRequest, byte[]> sender) {
    this.stagedoor = stagedoor;
    this.sender = sender;
  }

  /** Returns the address of the course. */
  String fill(Actor teacher) {
    CourseView course =
        stagedoor.courses().teaching(teacher, PageRequest.first()).items().stream()
            .map(figures -> figures.course())
            .findFirst()
            .orElseGet(() -> begin(teacher));
    CourseId id = new CourseId(course.id());
    film(teacher, lecture(teacher, id, Optional.empty(), PREVIEW));
    film(teacher, lecture(teacher, id, Optional.of(chapter(teacher, id)), PAID));
    return course.slug();
  }

  private CourseView begin(Actor teacher) {
    return stagedoor
        .courses()
        .create(
            teacher,
            new NewCourse(
                "Painting light",
                "Watercolour for beginners: what you need, and the first three washes.",
                Money.of(2_900, "USD"),
                Course.Status.PUBLISHED));
  }

  private ChapterId chapter(Actor teacher, CourseId course) {
    return new ChapterId(
        stagedoor.curricula().of(teacher, course).chapters().stream()
            .filter(chapter -> chapter.title().equals(CHAPTER))
            .findFirst()
            .orElseGet(
                () -> stagedoor.curricula().addChapter(teacher, course, CHAPTER, Optional.empty()))
            .id());
  }

  private LectureView lecture(
      Actor teacher, CourseId course, Optional<ChapterId> chapter, String title) {
    var contents = stagedoor.curricula().of(teacher, course);
    return Stream.concat(
            Stream.of(contents.lectures()),
            contents.chapters().stream().map(part -> part.lectures()))
        .flatMap(List::stream)
        .filter(lecture -> lecture.title().equals(title))
        .findFirst()
        .orElseGet(
            () ->
                stagedoor
                    .curricula()
                    .addLecture(
                        teacher,
                        new NewLecture(
                            course,
                            chapter,
                            title,
                            Optional.empty(),
                            title.equals(PREVIEW),
                            false)));
  }

  private void film(Actor teacher, LectureView lecture) {
    if (lecture.video().isPresent()) {
      return;
    }
    LectureId id = new LectureId(lecture.id());
    byte[] film = film();
    OpenedUpload upload =
        stagedoor
            .lectureVideos()
            .open(teacher, id, new NewFile("demo.mp4", film.length, "video/mp4"));
    sender.accept(upload.request(), film);
    var unused = stagedoor.lectureVideos().confirm(teacher, id, upload.file());
  }

  private static byte[] film() {
    try (InputStream film =
        Objects.requireNonNull(CoursesDemo.class.getResourceAsStream("demo.mp4"))) {
      return film.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
