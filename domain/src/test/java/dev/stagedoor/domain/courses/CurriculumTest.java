package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.CourseSamples.aChapterId;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurriculumTest {
  private final Curriculum curriculum = Curriculum.of(aCourseId(), List.of(), List.of());

  @Test
  void whatIsAddedGoesToTheEndOrWhereItIsTold() {
    Chapter one = chapter();
    Chapter two = chapter();
    Chapter first = curriculum.addChapter(aChapterId(), "First", Optional.of(1));
    Lecture second = lecture(Optional.of(one.id()));
    Lecture before =
        curriculum.addLecture(
            aLectureId(), Optional.of(one.id()), "Light", Optional.of(1), true, false);

    assertThat(curriculum.chapters())
        .extracting(Chapter::id)
        .containsExactly(first.id(), one.id(), two.id());
    assertThat(lecturesOf(one)).containsExactly(before.id(), second.id());
  }

  @Test
  void lecturesAreWatchedBeforeAllChaptersFirstThenChapterByChapter() {
    Chapter one = chapter();
    Chapter two = chapter();
    Lecture last = lecture(Optional.of(two.id()));
    Lecture middle = lecture(Optional.of(one.id()));
    Lecture first = lecture(Optional.empty());

    assertThat(curriculum.lectures())
        .extracting(Lecture::id)
        .containsExactly(first.id(), middle.id(), last.id());
  }

  @Test
  void aLectureThatMovesClosesItsGapAndMakesRoomWhereItGoes() {
    Chapter one = chapter();
    Chapter two = chapter();
    Lecture a = lecture(Optional.of(one.id()));
    Lecture b = lecture(Optional.of(one.id()));
    Lecture c = lecture(Optional.of(two.id()));
    Lecture d = lecture(Optional.of(two.id()));

    curriculum.moveLecture(a.id(), Optional.of(two.id()), 2);

    assertThat(lecturesOf(one)).containsExactly(b.id());
    assertThat(lecturesOf(two)).containsExactly(c.id(), a.id(), d.id());
    assertThat(curriculum.lecture(b.id()).position()).isEqualTo(1);
    assertThat(curriculum.lecture(d.id()).position()).isEqualTo(3);
  }

  @Test
  void theLecturesOfARemovedChapterGoToTheEndOfThoseInNone() {
    Chapter one = chapter();
    Lecture before = lecture(Optional.empty());
    Lecture a = lecture(Optional.of(one.id()));
    Lecture b = lecture(Optional.of(one.id()));

    curriculum.removeChapter(one.id());

    assertThat(curriculum.chapters()).isEmpty();
    assertThat(curriculum.lecturesOf(Optional.empty()))
        .extracting(Lecture::id)
        .containsExactly(before.id(), a.id(), b.id());
  }

  @Test
  void aChangeOfALectureLeavesItsPlace() {
    Chapter one = chapter();
    Lecture a = lecture(Optional.of(one.id()));
    Lecture b = lecture(Optional.of(one.id()));
    Lecture elsewhere = a.titled("Shade").shown(true, true).in(Optional.empty(), 9);

    Lecture changed = curriculum.changeLecture(elsewhere);

    assertThat(changed)
        .isEqualTo(new Lecture(a.id(), a.course(), a.chapter(), "Shade", a.position(), true, true));
    assertThat(lecturesOf(one)).containsExactly(a.id(), b.id());
  }

  @Test
  void aChapterIsRenamedWhereItIs() {
    Chapter one = chapter();
    chapter();

    assertThat(curriculum.changeChapter(one.id(), Optional.of(" Shade "), Optional.empty()))
        .isEqualTo(new Chapter(one.id(), one.course(), "Shade", 1));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> curriculum.changeChapter(one.id(), Optional.of(" "), Optional.empty()));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> curriculum.changeChapter(one.id(), Optional.of("x".repeat(201)), Optional.empty()));
  }

  @Test
  void whatIsOfNoChapterOfThisCourseIsNotFoundAndChangesNothing() {
    Lecture lecture = lecture(Optional.empty());

    assertRefused(CommonError.NOT_FOUND, () -> lecture(Optional.of(aChapterId())));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> curriculum.moveLecture(lecture.id(), Optional.of(aChapterId()), 1));
    assertRefused(
        CommonError.NOT_FOUND, () -> curriculum.moveLecture(aLectureId(), Optional.empty(), 1));
    assertRefused(CommonError.NOT_FOUND, () -> curriculum.removeLecture(aLectureId()));
    assertRefused(CommonError.NOT_FOUND, () -> curriculum.removeChapter(aChapterId()));

    assertThat(curriculum.lectures()).containsExactly(lecture);
  }

  @Test
  void aCourseTakesSoManyChaptersAndNoMore() {
    for (int i = 0; i < Curriculum.MAX_CHAPTERS; i++) {
      chapter();
    }

    assertRefused(CoursesError.COURSE_FULL, this::chapter);
    assertThat(curriculum.chapters()).hasSize(Curriculum.MAX_CHAPTERS);
  }

  private Chapter chapter() {
    return curriculum.addChapter(aChapterId(), "Chapter", Optional.empty());
  }

  private Lecture lecture(Optional<ChapterId> chapter) {
    return curriculum.addLecture(aLectureId(), chapter, "Light", Optional.empty(), false, false);
  }

  private LectureId[] lecturesOf(Chapter... chapters) {
    return Arrays.stream(chapters)
        .flatMap(chapter -> curriculum.lecturesOf(Optional.of(chapter.id())).stream())
        .map(Lecture::id)
        .toArray(LectureId[]::new);
  }
}
