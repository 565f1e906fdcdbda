package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.CourseSamples.aChapterId;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.courses.Chapter;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of curricula must do. */
public interface CurriculumRepositoryContract extends CoursesContract {
  private CurriculumRepository curricula() {
    return stores().curricula();
  }

  @Test
  default void aCourseBeginsWithAnEmptyCurriculum() {
    CourseId course = aCourseOnFile();

    assertThat(stored(course).course()).isEqualTo(course);
    assertThat(stored(course).chapters()).isEmpty();
    assertThat(stored(course).lectures()).isEmpty();
    assertThat(stored(aCourseId()).lectures()).isEmpty();
    assertThat(write(() -> curricula().courseOf(aChapterId()))).isEmpty();
    assertThat(write(() -> curricula().find(aLectureId()))).isEmpty();
  }

  @Test
  default void aCurriculumComesBackAsItWasSaved() {
    CourseId course = aCourseOnFile();
    CourseId other = aCourseOnFile();
    ChapterId one = aChapterId();
    ChapterId two = aChapterId();
    Curriculum saved =
        change(
            course,
            all -> {
              all.addChapter(two, "Zoë's \"Two\" नमस्ते", Optional.empty());
              all.addChapter(one, "One", Optional.of(1));
              lecture(all, Optional.of(two), true, false);
              lecture(all, Optional.of(two), false, true);
              lecture(all, Optional.of(one), false, false);
              lecture(all, Optional.empty(), true, true);
            });
    Curriculum others = change(other, all -> lecture(all, Optional.empty(), false, false));

    assertSame(stored(course), saved);
    assertSame(stored(other), others);
    assertThat(write(() -> curricula().courseOf(two))).contains(course);
    for (Lecture lecture : saved.lectures()) {
      assertThat(write(() -> curricula().find(lecture.id()))).contains(lecture);
    }
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    CourseId course = aCourseOnFile();
    Curriculum saved = change(course, all -> lecture(all, Optional.empty(), false, false));
    lecture(saved, Optional.empty(), false, false);
    run(() -> lecture(curricula().of(course), Optional.empty(), false, false));

    assertThat(stored(course).lectures()).hasSize(1);
  }

  @Test
  default void whatIsMovedChangedAndRemovedIsStoredSo() {
    CourseId course = aCourseOnFile();
    ChapterId one = aChapterId();
    ChapterId two = aChapterId();
    Curriculum saved =
        change(
            course,
            all -> {
              all.addChapter(one, "One", Optional.empty());
              all.addChapter(two, "Two", Optional.empty());
              for (int i = 0; i < 3; i++) {
                lecture(all, Optional.of(one), false, false);
                lecture(all, Optional.of(two), false, false);
              }
            });
    Lecture moved = saved.lecturesOf(Optional.of(two)).get(2);
    Lecture removed = saved.lecturesOf(Optional.of(two)).get(0);
    Lecture changed = saved.lecturesOf(Optional.of(two)).get(1);

    Curriculum after =
        change(
            course,
            all -> {
              all.changeChapter(two, Optional.of("Second"), Optional.of(1));
              all.moveLecture(moved.id(), Optional.of(one), 1);
              all.removeChapter(one);
              all.removeLecture(removed.id());
              all.changeLecture(changed.titled("Shade").shown(true, true));
            });

    assertSame(stored(course), after);
    assertThat(stored(course).chapters()).containsExactly(new Chapter(two, course, "Second", 1));
    assertThat(stored(course).lecturesOf(Optional.empty())).hasSize(4);
    assertThat(write(() -> curricula().courseOf(one))).isEmpty();
    assertThat(write(() -> curricula().find(removed.id()))).isEmpty();
  }

  @Test
  default void howFarStudentsAreWithALectureGoesWithIt() {
    CourseId course = aCourseOnFile();
    Lecture kept = aLectureOnFile(course);
    Lecture removed = aLectureOnFile(course);
    Enrollment enrollment = enroll(course, anAccountOnFile(), place -> place.grantFree(NOW));
    WatchedLecture seen = WatchedLecture.untouched(enrollment.id(), kept.id(), NOW);
    run(
        () -> {
          stores().watchedLectures().save(seen);
          stores()
              .watchedLectures()
              .save(WatchedLecture.untouched(enrollment.id(), removed.id(), NOW));
        });

    change(course, all -> all.removeLecture(removed.id()));

    assertThat(write(() -> stores().watchedLectures().watched(enrollment.id())))
        .containsExactly(seen);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    CourseId course = aCourseOnFile();
    Lecture lecture = aLectureOnFile(course);

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      Curriculum all = curricula().of(course);
                      all.removeLecture(lecture.id());
                      curricula().save(all);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> curricula().find(lecture.id()))).contains(lecture);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    CourseId course = aCourseOnFile();
    Curriculum curriculum = stored(course);

    assertNeedsUnitOfWork(() -> curricula().of(course));
    assertNeedsUnitOfWork(() -> curricula().courseOf(aChapterId()));
    assertNeedsUnitOfWork(() -> curricula().find(aLectureId()));
    lecture(curriculum, Optional.empty(), false, false);
    assertNeedsUnitOfWork(() -> curricula().save(curriculum));
  }

  private Curriculum stored(CourseId course) {
    return write(() -> curricula().of(course));
  }

  private Curriculum change(CourseId course, Consumer<Curriculum> change) {
    return write(
        () -> {
          stores().courses().lock(course).orElseThrow();
          Curriculum curriculum = curricula().of(course);
          change.accept(curriculum);
          curricula().save(curriculum);
          return curriculum;
        });
  }

  private static void lecture(
      Curriculum curriculum, Optional<ChapterId> chapter, boolean preview, boolean draft) {
    curriculum.addLecture(aLectureId(), chapter, "Light", Optional.empty(), preview, draft);
  }

  private static void assertSame(Curriculum actual, Curriculum expected) {
    assertThat(actual.chapters()).containsExactlyElementsOf(expected.chapters());
    assertThat(actual.lectures()).containsExactlyElementsOf(expected.lectures());
  }
}
