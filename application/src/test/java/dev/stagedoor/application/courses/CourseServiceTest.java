package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.courses.Classroom.Who;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseServiceTest {
  private final Classroom room = new Classroom();
  private final CourseService courses = room.courses();

  private static ChangeCourse titled(String title) {
    return new ChangeCourse(
        Optional.of(title), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ChangeCourse costing(Money price) {
    return new ChangeCourse(
        Optional.empty(), Optional.empty(), Optional.of(price), Optional.empty());
  }

  @Test
  void whoeverIsSignedInBeginsACourseAndTeachesIt() {
    Actor anybody = room.somebody();
    NewCourse wanted = new NewCourse(" Weaving ", "", usd(0), Course.Status.DRAFT);

    CourseView begun = courses.create(anybody, wanted);

    assertThat(begun.title()).isEqualTo("Weaving");
    assertThat(begun.slug()).isEqualTo("weaving");
    assertThat(begun.status()).isEqualTo("draft");
    assertThat(begun.publishedAt()).isEmpty();
    assertThat(begun.teacherId()).isEqualTo(anybody.userId().value());
    assertThat(begun.teacherName()).isEqualTo("Ada Lovelace");
    assertRefused(CommonError.NOT_SIGNED_IN, () -> courses.create(Actor.visitor(), wanted));
  }

  @Test
  void aCourseCanBeOnSaleFromTheStart() {
    assertThat(courses.get(Actor.visitor(), room.course).publishedAt())
        .contains(room.house.clock().instant());
  }

  @Test
  void coursesOfOneTitleHaveAddressesOfTheirOwnThatStay() {
    CourseId second = room.begin("Painting with light", Course.Status.PUBLISHED);
    CourseView changed = courses.change(room.teacher, second, titled("Weaving"));

    assertThat(changed.slug()).isEqualTo("painting-with-light-2");
    assertThat(changed.title()).isEqualTo("Weaving");
    assertThat(courses.get(Actor.visitor(), new CourseSlug("painting-with-light-2")).id())
        .isEqualTo(second.value());
    assertRefused(
        CommonError.NOT_FOUND, () -> courses.get(Actor.visitor(), new CourseSlug("weaving")));
  }

  @Test
  void aTitleIsNeededAndTheCurrencyStays() {
    assertRefused(CommonError.INVALID_VALUE, () -> room.begin(" ", Course.Status.DRAFT));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> courses.change(room.teacher, room.course, costing(Money.of(100, "EUR"))));
    assertThat(courses.change(room.teacher, room.course, costing(usd(100))).price())
        .isEqualTo(usd(100));
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLISHED, VISITOR, true",
    "PUBLISHED, STRANGER, true",
    "PUBLISHED, DROPPED, true",
    "PUBLISHED, STUDENT, true",
    "PUBLISHED, TEACHER, true",
    "PUBLISHED, ADMIN, true",
    "DRAFT, VISITOR, false",
    "DRAFT, STRANGER, false",
    "DRAFT, DROPPED, false",
    "DRAFT, STUDENT, true",
    "DRAFT, TEACHER, true",
    "DRAFT, ADMIN, true",
    "ARCHIVED, VISITOR, false",
    "ARCHIVED, STRANGER, false",
    "ARCHIVED, DROPPED, false",
    "ARCHIVED, STUDENT, true",
    "ARCHIVED, TEACHER, true",
    "ARCHIVED, ADMIN, true",
  })
  void onlyWhoHasToDoWithItKnowsOfACourseThatIsNotOnSale(
      Course.Status status, Who who, boolean knows) {
    Actor actor = room.a(who);
    room.put(status);
    CourseSlug slug = new CourseSlug("painting-with-light");

    if (knows) {
      assertThat(courses.get(actor, room.course).status()).isEqualTo(status.code());
      assertThat(courses.get(actor, slug).id()).isEqualTo(room.course.value());
      assertThatCode(() -> room.curricula().of(actor, room.course)).doesNotThrowAnyException();
    } else {
      assertRefused(CommonError.NOT_FOUND, () -> courses.get(actor, room.course));
      assertRefused(CommonError.NOT_FOUND, () -> courses.get(actor, slug));
      assertRefused(CommonError.NOT_FOUND, () -> room.curricula().of(actor, room.course));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLISHED, VISITOR, NOT_SIGNED_IN",
    "PUBLISHED, STRANGER, NOT_ALLOWED",
    "PUBLISHED, DROPPED, NOT_ALLOWED",
    "PUBLISHED, STUDENT, NOT_ALLOWED",
    "DRAFT, VISITOR, NOT_SIGNED_IN",
    "DRAFT, STRANGER, NOT_FOUND",
    "DRAFT, DROPPED, NOT_FOUND",
    "DRAFT, STUDENT, NOT_ALLOWED",
    "ARCHIVED, VISITOR, NOT_SIGNED_IN",
    "ARCHIVED, STRANGER, NOT_FOUND",
    "ARCHIVED, DROPPED, NOT_FOUND",
    "ARCHIVED, STUDENT, NOT_ALLOWED",
  })
  void nobodyButItsTeacherChangesACourseOrSeesItsStudents(
      Course.Status status, Who who, CommonError refusal) {
    LectureId lecture = room.lecture("Dawn");
    Actor actor = room.a(who);
    room.put(status);

    assertRefused(refusal, () -> courses.change(actor, room.course, titled("Mine")));
    assertRefused(refusal, () -> courses.remove(actor, room.course));
    assertRefused(refusal, () -> courses.students(actor, room.course, PageRequest.first()));
    assertRefused(
        refusal, () -> room.curricula().addChapter(actor, room.course, "I", Optional.empty()));
    assertRefused(refusal, () -> room.curricula().removeLecture(actor, lecture));
    assertThat(courses.get(room.teacher, room.course).title()).isEqualTo("Painting with light");
  }

  @Test
  void anAdminMayDoWhatTheTeacherMay() {
    Actor admin = room.house.admin().actor();

    assertThat(courses.change(admin, room.course, titled("Light")).title()).isEqualTo("Light");
    courses.remove(admin, room.course);

    assertRefused(CommonError.NOT_FOUND, () -> courses.get(room.teacher, room.course));
  }

  @Test
  void aCourseGoesWithItsLecturesVideosAndFiles() {
    LectureId lecture = room.lecture("Dawn");
    room.video(lecture, Duration.ofMinutes(1));
    room.house
        .stagedoor()
        .lectureVideos()
        .open(room.teacher, lecture, new NewFile("dawn.mp4", 1_000, "video/mp4"));
    assertThat(room.files(lecture)).hasSize(2);

    courses.remove(room.teacher, room.course);

    assertRefused(CommonError.NOT_FOUND, () -> courses.get(room.teacher, room.course));
    assertRefused(CommonError.NOT_FOUND, () -> room.curricula().lecture(room.teacher, lecture));
    assertThat(room.videos(lecture)).isEmpty();
    assertThat(room.files(lecture)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"STUDENT", "DROPPED"})
  void aCourseThatHasOrHadStudentsIsNotRemoved(Who who) {
    LectureId lecture = room.lecture("Dawn");
    room.video(lecture, Duration.ofMinutes(1));
    Actor unused = room.a(who);

    assertRefused(
        CoursesError.COURSE_HAS_STUDENTS, () -> courses.remove(room.teacher, room.course));

    assertThat(room.videos(lecture)).hasSize(1);
    assertThat(room.curricula().of(room.teacher, room.course).lectures()).hasSize(1);
  }

  @Test
  void aTeacherSeesTheirOwnCoursesTheNewestFirstAndHowTheyDo() {
    room.house.clock().advance(Duration.ofDays(1));
    CourseId draft = room.begin("Weaving", Course.Status.DRAFT);
    room.learn(room.student(), 100);
    Actor unused = room.student();
    Actor gone = room.dropped();

    assertThat(courses.teaching(room.teacher, PageRequest.first()).items())
        .extracting(one -> one.course().id(), CourseFigures::enrolled, CourseFigures::completed)
        .containsExactly(tuple(draft.value(), 0L, 0L), tuple(room.course.value(), 2L, 1L));
    assertThat(courses.teaching(gone, PageRequest.first()).items()).isEmpty();
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> courses.teaching(Actor.visitor(), PageRequest.first()));
  }

  @Test
  void aTeacherSeesWhoIsAndWasEnrolled() {
    Actor student = room.student();
    room.house.clock().advance(Duration.ofDays(1));
    Actor gone = room.dropped();

    assertThat(courses.students(room.teacher, room.course, PageRequest.first()).items())
        .extracting(EnrollmentView::studentId, EnrollmentView::status)
        .containsExactly(
            tuple(gone.userId().value(), "dropped"), tuple(student.userId().value(), "active"));
  }

  @Test
  void everybodyFindsWhatIsOnSaleAndNothingElse() {
    CourseId weaving = room.begin("Weaving", Course.Status.PUBLISHED);
    CourseId unused = room.begin("Weaving in secret", Course.Status.DRAFT);

    assertThat(courses.published(Optional.of(" weav "), PageRequest.first()).items())
        .extracting(CourseView::id)
        .containsExactly(weaving.value());
    assertThat(courses.published(Optional.of(" "), PageRequest.first()).total()).isEqualTo(2);
    assertThatThrownBy(() -> courses.published(Optional.of("a b ".repeat(60)), PageRequest.first()))
        .hasMessageContaining("INVALID_VALUE");
  }
}
