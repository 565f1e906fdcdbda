package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.Classroom.Who;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurriculumServiceTest {
  private static final ChangeLecture NO_CHANGE =
      new ChangeLecture(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final Map<String, ErrorCode> REFUSALS =
      Map.of(
          "NOT_SIGNED_IN", CommonError.NOT_SIGNED_IN,
          "NOT_FOUND", CommonError.NOT_FOUND,
          "NOT_ENROLLED", CoursesError.NOT_ENROLLED);

  private final Classroom room = new Classroom();
  private final CurriculumService curricula = room.curricula();

  private static ChangeLecture to(Optional<ChapterId> chapter, Optional<Integer> position) {
    return new ChangeLecture(
        Optional.empty(), chapter, chapter.isEmpty(), position, Optional.empty(), Optional.empty());
  }

  /** Returns the course as its teacher sees it, a line for each part. */
  private List<String> order() {
    CurriculumView view = curricula.of(room.teacher, room.course);
    return Stream.concat(
            view.lectures().stream().map(CurriculumServiceTest::line),
            view.chapters().stream()
                .flatMap(
                    chapter ->
                        Stream.concat(
                            Stream.of(chapter.position() + " " + chapter.title()),
                            chapter.lectures().stream().map(lecture -> "  " + line(lecture)))))
        .toList();
  }

  private static String line(LectureView lecture) {
    return lecture.position() + " " + lecture.title();
  }

  @Test
  void lecturesStandInTheirChaptersInOrder() {
    ChapterId day = room.chapter("Day");
    LectureId unused = room.lecture(Optional.of(day), "Noon", false, false);
    unused = room.lecture("Welcome");
    curricula.addLecture(
        room.teacher,
        new NewLecture(room.course, Optional.of(day), "Dawn", Optional.of(1), false, false));
    curricula.addChapter(room.teacher, room.course, "Before", Optional.of(1));

    assertThat(order()).containsExactly("1 Welcome", "1 Before", "2 Day", "  1 Dawn", "  2 Noon");
  }

  @Test
  void whatIsMovedTakesItsPlaceAndTheOthersCloseUp() {
    ChapterId day = room.chapter("Day");
    ChapterId night = room.chapter("Night");
    LectureId dawn = room.lecture(Optional.of(day), "Dawn", false, false);
    LectureId noon = room.lecture(Optional.of(day), "Noon", false, false);
    LectureId stars = room.lecture(Optional.of(night), "Stars", false, false);

    assertThat(
            curricula
                .changeLecture(room.teacher, noon, to(Optional.of(night), Optional.of(1)))
                .chapterId())
        .contains(night.value());
    curricula.changeLecture(room.teacher, dawn, to(Optional.of(night), Optional.empty()));
    curricula.changeChapter(room.teacher, night, Optional.of("Late"), Optional.of(1));
    assertThat(order()).containsExactly("1 Late", "  1 Noon", "  2 Stars", "  3 Dawn", "2 Day");

    curricula.changeLecture(room.teacher, stars, to(Optional.empty(), Optional.empty()));
    assertThat(order()).containsExactly("1 Stars", "1 Late", "  1 Noon", "  2 Dawn", "2 Day");
  }

  @Test
  void aChapterThatIsRemovedLeavesItsLectures() {
    ChapterId day = room.chapter("Day");
    LectureId unused = room.lecture(Optional.of(day), "Dawn", false, false);
    unused = room.lecture("Welcome");

    curricula.removeChapter(room.teacher, day);

    assertThat(order()).containsExactly("1 Welcome", "2 Dawn");
    assertRefused(CommonError.NOT_FOUND, () -> curricula.removeChapter(room.teacher, day));
  }

  @Test
  void aLectureStaysWhereItIsWhenSomethingElseChanges() {
    ChapterId day = room.chapter("Day");
    LectureId dawn = room.lecture(Optional.of(day), "Dawn", false, true);
    LectureId unused = room.lecture(Optional.of(day), "Noon", false, false);

    LectureView changed =
        curricula.changeLecture(
            room.teacher,
            dawn,
            new ChangeLecture(
                Optional.of(" Sunrise "),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(true),
                Optional.of(false)));

    assertThat(changed.title()).isEqualTo("Sunrise");
    assertThat(changed.isPreview()).isTrue();
    assertThat(changed.isDraft()).isFalse();
    assertThat(changed.position()).isEqualTo(1);
    assertThat(curricula.changeLecture(room.teacher, dawn, NO_CHANGE)).isEqualTo(changed);
  }

  @Test
  void aLectureGoesToChaptersOfItsOwnCourseOnly() {
    LectureId dawn = room.lecture("Dawn");

    assertRefused(
        CommonError.NOT_FOUND,
        () ->
            curricula.changeLecture(
                room.teacher, dawn, to(Optional.of(CourseSamples.aChapterId()), Optional.empty())));
    assertThat(order()).containsExactly("1 Dawn");
  }

  @Test
  void aLectureGoesWithItsVideoAndWhatStudentsWatchedOfIt() {
    Actor student = room.student();
    LectureId dawn = room.lecture("Dawn");
    LectureId noon = room.lecture("Noon");
    room.video(dawn, Duration.ofSeconds(100));
    room.watch(student, dawn, 10);

    curricula.removeLecture(room.teacher, dawn);

    assertThat(room.videos(dawn)).isEmpty();
    assertThat(room.files(dawn)).isEmpty();
    assertThat(order()).containsExactly("1 Noon");
    assertRefused(CommonError.NOT_FOUND, () -> curricula.lecture(student, dawn));
    assertRefused(CommonError.NOT_FOUND, () -> room.watch(student, dawn, 20));
    assertThat(curricula.lecture(student, noon).watched()).isEmpty();
  }

  @Test
  void theListHasNoDraftsForStudentsAndPlaysForNobody() {
    Actor student = room.student();
    LectureId dawn = room.lecture(Optional.empty(), "Dawn", true, false);
    LectureId secret = room.lecture(Optional.of(room.chapter("Day")), "Secret", false, true);
    room.video(dawn, Duration.ofSeconds(100));
    room.newVideo(secret);
    room.watch(student, dawn, 10);

    CurriculumView seen = curricula.of(student, room.course);
    CurriculumView own = curricula.of(room.teacher, room.course);

    assertThat(seen.chapters().get(0).lectures()).isEmpty();
    assertThat(seen.lectures()).hasSize(1);
    LectureView first = seen.lectures().get(0);
    assertThat(first.video()).contains("completed");
    assertThat(first.duration()).contains(Duration.ofSeconds(100));
    assertThat(first.watched())
        .contains(new LectureView.Watched(Duration.ofSeconds(10), Duration.ofSeconds(10), false));
    assertThat(first.playback()).isEmpty();
    assertThat(own.lectures().get(0).playback()).isEmpty();
    assertThat(own.lectures().get(0).watched()).isEmpty();
    assertThat(own.chapters().get(0).lectures().get(0).video()).contains("processing");
  }

  @ParameterizedTest
  @CsvSource({
    // course, lecture, then visitor, stranger, dropped, student, teacher, admin
    "PUBLISHED, plain, NOT_SIGNED_IN, NOT_ENROLLED, NOT_ENROLLED, plays, plays, plays",
    "PUBLISHED, preview, plays, plays, plays, plays, plays, plays",
    "PUBLISHED, draft, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays",
    "DRAFT, plain, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays, plays",
    "DRAFT, preview, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays, plays",
    "DRAFT, draft, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays",
    "ARCHIVED, plain, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays, plays",
    "ARCHIVED, preview, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays, plays",
    "ARCHIVED, draft, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND, plays, plays",
  })
  void aLecturePlaysForWhoMayWatchIt(
      Course.Status status,
      String kind,
      String visitor,
      String stranger,
      String dropped,
      String student,
      String teacher,
      String admin) {
    LectureId lecture =
        room.lecture(Optional.empty(), "Dawn", !kind.equals("plain"), kind.equals("draft"));
    room.video(lecture, Duration.ofSeconds(100));
    List<String> expected = List.of(visitor, stranger, dropped, student, teacher, admin);
    List<Actor> actors = Stream.of(Who.values()).map(room::a).toList();
    room.put(status);

    for (int i = 0; i < expected.size(); i++) {
      Actor actor = actors.get(i);
      if (expected.get(i).equals("plays")) {
        assertThat(curricula.lecture(actor, lecture).playback())
            .as("%s", Who.values()[i])
            .isPresent();
      } else {
        assertRefused(REFUSALS.get(expected.get(i)), () -> curricula.lecture(actor, lecture));
      }
    }
  }

  @Test
  void aLectureWithoutAVideoIsShownAndPlaysNothing() {
    LectureView seen = curricula.lecture(room.student(), room.lecture("Dawn"));

    assertThat(seen.video()).isEmpty();
    assertThat(seen.duration()).isEmpty();
    assertThat(seen.playback()).isEmpty();
  }

  @Test
  void theOldVideoPlaysUntilTheNewOneIsReady() {
    Actor student = room.student();
    LectureId lecture = room.lecture("Dawn");
    String old = room.video(lecture, Duration.ofSeconds(100)).playbackUrl().orElseThrow();
    room.newVideo(lecture);

    LectureView meanwhile = curricula.lecture(student, lecture);
    String fresh = room.video(lecture, Duration.ofSeconds(50)).playbackUrl().orElseThrow();
    LectureView then = curricula.lecture(student, lecture);

    assertThat(meanwhile.video()).contains("completed");
    assertThat(meanwhile.playback().map(LectureView.Playback::videoUrl)).contains(old);
    assertThat(then.playback().map(LectureView.Playback::videoUrl)).contains(fresh);
    assertThat(then.playback().flatMap(LectureView.Playback::thumbnailUrl)).isPresent();
    assertThat(then.playback().flatMap(LectureView.Playback::until)).isEmpty();
    assertThat(then.duration()).contains(Duration.ofSeconds(50));
  }

  @Test
  void whatALibrarySignsPlaysForAWhileForWhoMayWatch() {
    LectureId lecture = room.lecture("Dawn");
    room.film(lecture);
    Instant until =
        room.house.clock().instant().plus(room.house.settings().courses().playbackLife());

    LectureView.Playback playback =
        curricula.lecture(room.student(), lecture).playback().orElseThrow();

    assertThat(room.house.library().plays(playback.videoUrl())).isTrue();
    assertThat(room.house.library().shows(playback.thumbnailUrl().orElseThrow())).isTrue();
    assertThat(playback.until()).contains(until);
    assertThat(playback.toString()).doesNotContain("token");
    assertThat(room.videos(lecture).get(0).playbackUrl())
        .hasValueSatisfying(bare -> assertThat(room.house.library().plays(bare)).isFalse());
  }
}
