package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static dev.stagedoor.domain.fixture.CourseSamples.anEnrollmentId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Duration LENGTH = Duration.ofSeconds(100);

  private final WatchedLecture untouched =
      WatchedLecture.untouched(anEnrollmentId(), aLectureId(), NOW);

  @Test
  void aPartIsRoundedDownSoThatOnlyAllIsAll() {
    assertThat(Progress.part(1, 3)).isEqualTo(new Progress(3_333));
    assertThat(Progress.part(99_999, 100_000).isAll()).isFalse();
    assertThat(Progress.part(3, 3)).isEqualTo(Progress.ALL);
    assertThat(Progress.part(4, 3)).isEqualTo(Progress.ALL);
    assertThat(Progress.part(-1, 3)).isEqualTo(Progress.NONE);
    assertThat(Progress.part(0, 0)).isEqualTo(Progress.ALL);
  }

  @Test
  void progressIsBetweenNothingAndAll() {
    assertRefused(CommonError.INVALID_VALUE, () -> new Progress(-1));
    assertRefused(CommonError.INVALID_VALUE, () -> new Progress(10_001));
    assertThat(new Progress(5).or(new Progress(4))).isEqualTo(new Progress(5));
    assertThat(new Progress(4).or(new Progress(5))).isEqualTo(new Progress(5));
  }

  @Test
  void aLectureIsSeenAsFarAsItWasEverReached() {
    WatchedLecture seen = at(at(untouched, 60), 10);

    assertThat(seen.position()).isEqualTo(Duration.ofSeconds(10));
    assertThat(seen.furthest()).isEqualTo(Duration.ofSeconds(60));
    assertThat(seen.progress(LENGTH)).isEqualTo(new Progress(6_000));
    assertThat(untouched.progress(LENGTH)).isEqualTo(Progress.NONE);
  }

  @Test
  void aLectureIsCompletedWithoutItsCreditsAndStaysSo() {
    assertThat(at(untouched, 94).isCompleted()).isFalse();

    WatchedLecture seen = at(at(untouched, 95), 3);

    assertThat(seen.isCompleted()).isTrue();
    assertThat(seen.progress(LENGTH)).isEqualTo(Progress.ALL);
  }

  @Test
  void aLectureOfUnknownLengthIsCompletedWhenTheStudentSaysSo() {
    WatchedLecture seen = untouched.at(Duration.ofHours(9), Duration.ZERO, false, NOW);
    assertThat(seen.isCompleted()).isFalse();
    assertThat(seen.progress(Duration.ZERO)).isEqualTo(Progress.NONE);

    assertThat(seen.at(Duration.ZERO, Duration.ZERO, true, NOW).progress(Duration.ZERO))
        .isEqualTo(Progress.ALL);
  }

  @Test
  void aPlaceIsOneThatALectureCanHave() {
    assertRefused(CommonError.INVALID_VALUE, () -> at(untouched, -1));
    assertRefused(CommonError.INVALID_VALUE, () -> at(untouched, 172_801));
    assertThat(at(untouched, 172_800).position()).isEqualTo(WatchedLecture.LONGEST);
  }

  @Test
  void aLecturesSubjectNamesItAndNothingElse() {
    LectureId lecture = aLectureId();

    assertThat(Lecture.of(Lecture.subject(lecture))).contains(lecture);
    assertThat(Lecture.of(aSubject())).isEmpty();
  }

  private static WatchedLecture at(WatchedLecture before, long seconds) {
    return before.at(Duration.ofSeconds(seconds), LENGTH, false, NOW);
  }
}
