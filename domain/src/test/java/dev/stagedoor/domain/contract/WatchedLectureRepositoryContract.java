package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.domain.fixture.CourseSamples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of how far students are must do. */
public interface WatchedLectureRepositoryContract extends CoursesContract {
  private WatchedLectureRepository watchedLectures() {
    return stores().watchedLectures();
  }

  @Test
  default void whoHasBegunNothingHasWatchedNothing() {
    CourseId course = aCourseOnFile();
    Lecture lecture = aLectureOnFile(course);
    EnrollmentId others = enrolled(course);
    run(() -> watchedLectures().save(WatchedLecture.untouched(others, lecture.id(), NOW)));

    assertThat(watched(enrolled(course))).isEmpty();
    assertThat(watched(CourseSamples.anEnrollmentId())).isEmpty();
  }

  @Test
  default void howFarAStudentIsComesBackAsItWasSavedLast() {
    CourseId course = aCourseOnFile();
    Lecture one = aLectureOnFile(course);
    Lecture two = aLectureOnFile(course);
    EnrollmentId mine = enrolled(course);
    EnrollmentId others = enrolled(course);
    WatchedLecture first =
        WatchedLecture.untouched(mine, one.id(), NOW)
            .at(Duration.ofMillis(61_500), Duration.ofSeconds(100), false, NOW);
    WatchedLecture again =
        first.at(Duration.ofSeconds(3), Duration.ofSeconds(100), true, NOW.plusSeconds(5));
    WatchedLecture second = WatchedLecture.untouched(mine, two.id(), NOW);
    run(
        () -> {
          watchedLectures().save(first);
          watchedLectures().save(WatchedLecture.untouched(others, one.id(), NOW));
          watchedLectures().save(second);
          watchedLectures().save(again);
        });

    assertThat(watched(mine)).containsExactlyInAnyOrder(again, second);
  }

  @Test
  default void howFarAStudentIsIsForgottenForOneLectureOrAllAndNobodyElses() {
    CourseId course = aCourseOnFile();
    Lecture one = aLectureOnFile(course);
    Lecture two = aLectureOnFile(course);
    EnrollmentId mine = enrolled(course);
    EnrollmentId others = enrolled(course);
    WatchedLecture kept = WatchedLecture.untouched(mine, two.id(), NOW);
    WatchedLecture theirs = WatchedLecture.untouched(others, one.id(), NOW);
    run(
        () -> {
          watchedLectures().save(WatchedLecture.untouched(mine, one.id(), NOW));
          watchedLectures().save(kept);
          watchedLectures().save(theirs);
        });

    run(() -> watchedLectures().forget(mine, Optional.of(one.id())));
    assertThat(watched(mine)).containsExactly(kept);

    run(() -> watchedLectures().forget(mine, Optional.empty()));
    assertThat(watched(mine)).isEmpty();
    assertThat(watched(others)).containsExactly(theirs);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    CourseId course = aCourseOnFile();
    Lecture one = aLectureOnFile(course);
    Lecture two = aLectureOnFile(course);
    EnrollmentId mine = enrolled(course);
    WatchedLecture kept = WatchedLecture.untouched(mine, one.id(), NOW);
    run(() -> watchedLectures().save(kept));

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      watchedLectures().forget(mine, Optional.empty());
                      watchedLectures().save(WatchedLecture.untouched(mine, two.id(), NOW));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(watched(mine)).containsExactly(kept);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    CourseId course = aCourseOnFile();
    Lecture lecture = aLectureOnFile(course);
    EnrollmentId mine = enrolled(course);
    WatchedLecture seen = WatchedLecture.untouched(mine, lecture.id(), NOW);
    run(() -> watchedLectures().save(seen));

    assertNeedsUnitOfWork(() -> watchedLectures().watched(mine));
    assertNeedsUnitOfWork(() -> watchedLectures().save(seen));
    assertNeedsUnitOfWork(() -> watchedLectures().forget(mine, Optional.empty()));
  }

  private EnrollmentId enrolled(CourseId course) {
    return enroll(course, anAccountOnFile(), place -> place.grantFree(NOW)).id();
  }

  private List<WatchedLecture> watched(EnrollmentId enrollment) {
    return write(() -> watchedLectures().watched(enrollment));
  }
}
