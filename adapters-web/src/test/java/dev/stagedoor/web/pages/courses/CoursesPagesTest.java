package dev.stagedoor.web.pages.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding courses, buying one, and learning. */
class CoursesPagesTest extends CoursesPagesScene {
  @Test
  void theCatalogueShowsWhatIsOnSaleAndFindsIt() {
    String mark = "Kepler" + UUID.randomUUID().toString().substring(0, 8);
    academy.course(mark + " orbits", 4_900);
    academy.course(mark + " free ellipses", 0);
    academy.course(mark + " hidden", 4_900, Course.Status.DRAFT);

    visitor
        .open("/courses?search=" + mark)
        .is(200)
        .says(mark + " orbits", "$49.00", mark + " free ellipses", "Free", "Courses found: 2")
        .saysNot(mark + " hidden");
    visitor.open("/courses?search=" + mark + "&limit=1").is(200).says("Page 1 of 2", "page=2");
    visitor.open("/courses?search=nothingofthekind").is(200).says("Nothing was found");
    visitor.open("/courses?page=0").is(422);
  }

  @Test
  void aCoursePageSaysWhatThereIsAndNeverWhereItPlays() {
    CourseView course = academy.course("Symmetry", 4_900);
    UUID chapter = academy.chapter(course, "Groups & rings");
    academy.chapter(course, "Empty chapter");
    LectureView preview = academy.lecture(course, Optional.of(chapter), "Turning", true, false);
    academy.film(preview);
    LectureView closed = academy.lecture(course, Optional.of(chapter), "Mirrors", false, false);
    academy.film(closed);
    academy.lecture(course, Optional.empty(), "Unfinished", false, true);

    visitor
        .open(page(course))
        .is(200)
        .says("Symmetry", "Emma Noether", "Groups &amp; rings", "Mirrors", "$49.00")
        .says(page(course) + "/payment", page(course) + "/lectures/" + preview.id())
        .saysNot("Empty chapter", "Unfinished", "/lectures/" + closed.id(), "library.fake.test");
    teacher.open(page(course)).is(200).says(teach(course));
  }

  @Test
  void aPreviewPlaysForEverybodyAndNothingElseDoes() {
    CourseView course = academy.course("Light", 4_900);
    LectureView preview = academy.lecture(course, Optional.empty(), "Prism", true, false);
    academy.film(preview);
    LectureView closed = academy.lecture(course, Optional.empty(), "Lens", false, false);
    academy.film(closed);
    CourseView other = academy.course("Shade", 4_900);

    Visitor.Shown shown = visitor.open(page(course) + "/lectures/" + preview.id()).is(200);
    shown.says("data-player", "video.m3u8", "application/vnd.apple.mpegurl");
    assertThat(shown.answer().header("Cache-Control")).hasValue("no-store");
    pupil.open(page(course) + "/lectures/" + closed.id()).is(403).saysNot("video.m3u8");
    visitor.open(page(other) + "/lectures/" + preview.id()).is(404);
  }

  @Test
  void whatIsNotOnSaleIsShownToItsTeacherOnly() {
    CourseView draft = academy.course("Not yet", 4_900, Course.Status.DRAFT);

    visitor.open(page(draft)).is(404);
    pupil.open(page(draft)).is(404);
    teacher.open(page(draft)).is(200).says("Draft").saysNot(page(draft) + "/payment");
    visitor.open("/courses/No%20Slug").is(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/learn", "/teach", "/learn/018f0000-0000-7000-8000-000000000000"})
  void aVisitorIsLedToSignInAndBack(String page) {
    visitor.open(page).leadsTo("/login?next=" + page.replace("/", "%2F"));
  }

  @Test
  void whoWantsToLearnRegistersAndIsLedToWhatTheyWanted() {
    CourseView course = academy.course("Tides", 4_900);
    String wanted = page(course) + "/payment";
    visitor.open(wanted).leadsTo("/login?next=");
    visitor.open("/login?next=" + wanted.replace("/", "%2F")).is(200).says("/register/student?");
    assertThat(visitor.open("/register/student?next=" + wanted).is(200).field("next"))
        .isEqualTo(wanted);
    String email = house.anAddress().value();

    visitor
        .send(
            "/register/student",
            "next",
            wanted,
            "name",
            "Olga",
            "email",
            email,
            "password",
            "long enough")
        .leadsTo(wanted);

    visitor.open(wanted).is(200);
    new Visitor(SERVER)
        .send(
            "/register/student",
            "next",
            "//evil.example",
            "name",
            "Olga",
            "email",
            email,
            "password",
            "long enough")
        .is(422)
        .says("There is already an account")
        .saysNot("evil.example");
  }

  @Test
  void aFreeCourseIsEnteredByOneButtonWithoutScripts() {
    CourseView course = academy.course("Open sky", 0);
    LectureView lecture = academy.lecture(course, "Clouds");
    pupil.open(page(course)).is(200).says("Enroll for free");
    pupil.open(page(course) + "/payment").leadsTo(page(course));

    String there = pupil.send(page(course) + "/enroll").leadsTo(learn(course)).location();

    pupil.open(there).is(200).says("You are enrolled. Enjoy the course.", lecture.title());
    pupil.open(page(course)).is(200).says("Begin the course", learn(course));
    pupil.open("/learn").is(200).says("Open sky");
    pupil.send(page(course) + "/enroll").leadsTo(learn(course));
  }

  @Test
  void whatCostsSomethingIsPaidOnThePageOfAllPayments() {
    CourseView course = academy.course("Gold", 4_900);

    pupil
        .open(page(course) + "/payment")
        .is(200)
        .says("data-subject=\"" + course.id(), "data-state=\"open\"", "js/course-payment.js")
        .says("Pay $49.00", "4242 4242 4242 4242");
    pupil.send(page(course) + "/enroll").leadsTo(page(course) + "/payment");
    pupil.open(learn(course)).leadsTo(page(course));
    academy.buy(student, course);

    pupil
        .open(page(course) + "/payment")
        .is(200)
        .says("data-state=\"paid\"", "The course is yours");
    pupil.open(learn(course)).is(200);
  }

  @Test
  void thePlayerGoesOnWhereSomebodyWasAndMarksWhatIsDone() {
    CourseView course = academy.course("Rivers", 4_900);
    LectureView first = academy.lecture(course, "Spring");
    LectureView second = academy.lecture(course, "Delta");
    academy.film(first);
    academy.film(second);
    academy.buy(student, course);
    academy.watch(student, first, 5, false);

    Visitor.Shown shown = pupil.open(learn(course)).is(200);
    shown.says("data-from=\"5\"", "Continue at 0:05", "video.m3u8", "js/learn.js");
    assertThat(shown.answer().header("Cache-Control")).hasValue("no-store");
    String next =
        pupil
            .send(learn(course) + "/lectures/" + first.id() + "/done")
            .leadsTo(learn(course))
            .location();
    assertThat(next).contains(second.id().toString());

    pupil.open(next).is(200).says("Delta", "Your progress: 50 %", "data-from=\"0\"");
    pupil.open(learn(course) + "?lecture=" + UUID.randomUUID()).is(404);
  }

  @Test
  void atTheEndThereIsACertificateAndOneMayBeginAgain() {
    CourseView course = academy.course("Summits", 4_900);
    LectureView only = academy.lecture(course, "The top");
    academy.buy(student, course);

    String there =
        pupil
            .send(learn(course) + "/lectures/" + only.id() + "/done")
            .leadsTo(learn(course))
            .location();
    Visitor.Shown done = pupil.open(there).is(200).says("Your progress: 100 %");
    String certificate = value(done, "href=\"(/certificates/[0-9A-Z-]+)\"");

    visitor.open(certificate).is(200).says("This certificate is valid.", "Hypatia of Alexandria");
    pupil.send(learn(course) + "/again").leadsTo(learn(course) + "?done=course_begun_again");
    pupil.open(learn(course)).is(200).says(certificate);
  }

  @Test
  void aTeacherLooksAtTheCourseAndNothingIsCounted() {
    CourseView course = academy.course("Mirrors", 4_900, Course.Status.DRAFT);
    teacher.open(learn(course)).is(200).says("There are no lectures yet");
    academy.lecture(course, "Glass");

    teacher
        .open(learn(course))
        .is(200)
        .says("Nothing is counted.", "This lecture has no video yet")
        .saysNot("data-enrolled", "Mark as done");
  }

  @Test
  void aRevokedCertificateSaysSoAndHasNoDocument() {
    CourseView course = academy.course("Glass", 4_900);
    academy.buy(student, course);
    String number = academy.graduate(student, course);
    String page = "/certificates/" + number;
    visitor
        .open(page)
        .is(200)
        .says("<svg class=\"qr\"", "/api/course/certificates/" + number + "/pdf", "Emma Noether");
    visitor.open("/certificates/" + number.toLowerCase(Locale.ROOT)).is(200);

    Answer document = SERVER.get("/api/course/certificates/" + number + "/pdf").send();
    assertThat(document.status()).isEqualTo(200);
    assertThat(document.header("Content-Type")).hasValue("application/pdf");
    assertThat(document.text()).startsWith("%PDF-");
    assertThat(SERVER.get(page + "/pdf").send().status()).isEqualTo(200);

    academy.refund(student, course);

    Answer gone = SERVER.get("/api/course/certificates/" + number + "/pdf").send();
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.text()).contains("CERTIFICATE_REVOKED");
    visitor.open(page).is(200).says("This certificate is not valid.").saysNot("/pdf\"");
    pupil.open("/learn").is(200).says("Glass", "Ended");
    visitor.open("/certificates/0000-0000-0000").is(404).says("No certificate has this number.");
    visitor.open("/certificates/nonsense").is(404).says("No certificate has this number.");
  }

  @Test
  void peopleTellOfThemselvesAndAreFollowed() {
    String mine = "/people/" + academy.teacher().actor().userId().value();
    academy.course("Of mine", 4_900);
    teacher.open(mine).is(200).says("What you tell of yourself").saysNot(mine + "/follow");
    teacher.send(mine, "headline", "Algebra", "bio", "Rings", "pictureUrl", "nowhere").is(422);
    teacher
        .send(
            mine, "headline", "Algebra", "bio", "Rings", "pictureUrl", "https://example.org/e.png")
        .leadsTo(mine + "?done=profile_saved");

    visitor.open(mine).is(200).says("Algebra", "Rings", "Of mine", "Sign in to follow");
    visitor.send(mine + "/follow", "act", "follow").leadsTo("/login");
    pupil.send(mine + "/follow", "act", "follow").leadsTo(mine + "?done=followed");
    pupil.open(mine).is(200).says("Followers: 1", "Stop following");
    pupil.send(mine + "/follow", "act", "unfollow").leadsTo(mine + "?done=unfollowed");
    pupil.open(mine).is(200).says("Followers: 0");
    pupil.send(mine, "headline", "Not mine").is(403);
    visitor.open("/people/" + UUID.randomUUID()).is(404);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsWholeInEveryLanguage(Language language) {
    CourseView course = academy.course("Überblick العربية हिन्दी", 4_900);
    UUID chapter = academy.chapter(course, "Eins");
    LectureView lecture = academy.lecture(course, Optional.of(chapter), "Zwei", true, false);
    academy.film(lecture);
    academy.buy(student, course);
    String number = academy.graduate(student, course);
    String lang = "?lang=" + language.code();

    for (String path :
        List.of(
            "/courses",
            page(course),
            page(course) + "/payment",
            page(course) + "/lectures/" + lecture.id(),
            "/learn",
            "/learn/payments",
            refund(course),
            learn(course),
            "/certificates/" + number,
            "/people/" + academy.teacher().actor().userId().value(),
            "/register/student",
            "/")) {
      pupil.open(path + lang).is(200).says("<html lang=\"" + language.code());
    }
    for (String path :
        List.of("/teach", teach(course), teach(course) + "/students", taughtRefund(course))) {
      teacher.open(path + lang).is(200).says("<html lang=\"" + language.code());
    }
  }

  @Test
  void theFirstPageLeadsToCourses() {
    visitor.open("/").is(200).says("href=\"/courses\"", "href=\"/teach\"");
  }
}
