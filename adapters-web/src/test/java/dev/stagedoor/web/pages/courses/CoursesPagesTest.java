package dev.stagedoor.web.pages.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoursesPagesTest {
  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final Academy academy = new Academy(house);
  private final Visitor visitor = new Visitor(server);
  private final Visitor teacher = Visitor.signedIn(server, academy.teacher());
  private final InMemoryStagedoor.Person student = academy.somebody("Hypatia of Alexandria");
  private final Visitor pupil = Visitor.signedIn(server, student);

  private static String page(CourseView course) {
    return "/courses/" + course.slug();
  }

  private static String learn(CourseView course) {
    return "/learn/" + course.id();
  }

  private static String teach(CourseView course) {
    return "/teach/" + course.id();
  }

  private static String value(Visitor.Shown shown, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(shown.html());
    assertThat(matcher.find()).as("%s in %s", pattern, shown.html()).isTrue();
    return matcher.group(1);
  }

  // Finding

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

  // Coming in

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
    new Visitor(server)
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

  // Learning

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

  // Certificates

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

    Answer document = server.get("/api/course/certificates/" + number + "/pdf").send();
    assertThat(document.status()).isEqualTo(200);
    assertThat(document.header("Content-Type")).hasValue("application/pdf");
    assertThat(document.text()).startsWith("%PDF-");
    assertThat(server.get(page + "/pdf").send().status()).isEqualTo(200);

    academy.refund(student, course);

    Answer gone = server.get("/api/course/certificates/" + number + "/pdf").send();
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.text()).contains("CERTIFICATE_REVOKED");
    visitor.open(page).is(200).says("This certificate is not valid.").saysNot("/pdf\"");
    pupil.open("/learn").is(200).says("Glass", "Ended");
    visitor.open("/certificates/0000-0000-0000").is(404).says("No certificate has this number.");
    visitor.open("/certificates/nonsense").is(404).says("No certificate has this number.");
  }

  // Money that goes back

  private String refund(CourseView course) {
    return "/learn/payments/" + academy.paid(student, course) + "/refund";
  }

  private String taughtRefund(CourseView course) {
    return teach(course) + "/payments/" + academy.paid(student, course) + "/refund";
  }

  @Test
  void aStudentTakesTheMoneyBackOnceAndAfterAQuestion() {
    CourseView course = academy.course("Amber & light", 4_900);
    pupil.open("/learn/payments").is(200).says("You have not paid for any course");
    academy.buy(student, course);
    String refund = refund(course);
    pupil.open("/learn").is(200).says("href=\"/learn/payments\"");
    pupil.open(page(course)).is(200).says("href=\"/learn/payments\"");
    pupil
        .open("/learn/payments")
        .is(200)
        .says("Amber &amp; light", "$49.00", "Paid", "Refundable until", refund)
        .says("aria-label=\"Refund: Amber &amp; light\"");

    Visitor.Shown asked =
        pupil.open(refund).is(200).says("Take $49.00 back", "closed to you", "Refundable until");
    assertThat(house.payments().refundedOf(academy.charge(student, course)).isZero()).isTrue();
    String turn = asked.field("turn");
    pupil.send(refund, "turn", turn).leadsTo("/learn/payments?done=refunded");
    pupil.send(refund, "turn", turn).leadsTo("/learn/payments?done=refunded");

    assertThat(house.payments().refundedOf(academy.charge(student, course)).minor())
        .isEqualTo(4_900);
    pupil
        .open("/learn/payments?done=refunded")
        .is(200)
        .says("The money has gone back.", "Refunded")
        .saysNot(refund);
    pupil.open(refund).is(200).says("There is nothing left to give back.").saysNot("turn");
    pupil.open(learn(course)).leadsTo(page(course));
  }

  @Test
  void aRefundThatFailedIsShownAndTriedAgain() {
    CourseView course = academy.course("Iron", 4_900);
    academy.buy(student, course);
    String refund = refund(course);
    house.payments().delayNextRefund();
    pupil
        .send(refund, "turn", pupil.open(refund).field("turn"))
        .leadsTo("/learn/payments?done=refund_under_way");
    pupil.open("/learn/payments").is(200).says("On its way back: $49.00").saysNot(refund);
    teacher.open(teach(course) + "/students").is(200).says("On its way back: $49.00");

    house.payments().failRefunds(academy.charge(student, course));
    house.later(Duration.ofMinutes(5));

    pupil
        .open("/learn/payments")
        .is(200)
        .says("A refund of $49.00 failed.", "Try again", refund)
        .says("aria-label=\"Try the refund again: Iron\"");
    teacher
        .open(teach(course) + "/students")
        .is(200)
        .says("A refund of $49.00 failed.", "Try again", taughtRefund(course));
    pupil
        .send(refund, "turn", pupil.open(refund).is(200).field("turn"))
        .leadsTo("/learn/payments?done=refunded");
    pupil.open("/learn/payments").is(200).saysNot("A refund of", "Try again");
  }

  @Test
  void whatTheProviderRefusesIsSaidAtOnce() {
    CourseView course = academy.course("Lead", 4_900);
    academy.buy(student, course);
    String refund = refund(course);
    house.payments().refundElsewhere(academy.charge(student, course), Money.of(4_000, "USD"));

    pupil
        .send(refund, "turn", pupil.open(refund).field("turn"))
        .is(422)
        .says("The payment provider did not make the refund.", "A refund of $49.00 failed.");

    pupil.open("/learn/payments").is(200).says("A refund of $49.00 failed.", "Try again");
    pupil.open(learn(course)).is(200);
  }

  @Test
  void aTeacherGivesBackAPartAndThenTheRest() {
    CourseView course = academy.course("Copper", 4_900);
    academy.buy(student, course);
    String refund = taughtRefund(course);
    teacher
        .open(teach(course) + "/students")
        .is(200)
        .says("$49.00", "Paid", refund, "aria-label=\"Refund: Hypatia of Alexandria\"");
    Visitor.Shown asked = teacher.open(refund).is(200).says("At most $49.00");
    assertThat(asked.field("amount")).isEqualTo("49.00");

    for (String wrong : List.of("", "all", "1,000", "49.01", "0", "-1")) {
      teacher.send(refund, "turn", asked.field("turn"), "amount", wrong).is(422);
    }
    teacher
        .send(refund, "turn", asked.field("turn"), "amount", "9,50")
        .leadsTo(teach(course) + "/students?done=refunded");
    teacher.send(refund, "turn", asked.field("turn"), "amount", "10").is(422);

    teacher.open(teach(course) + "/students").is(200).says("Refunded in part", "Enrolled");
    pupil.open("/learn/payments").is(200).says("Refunded in part", "$9.50");
    Visitor.Shown rest = teacher.open(refund).is(200);
    assertThat(rest.field("amount")).isEqualTo("39.50");
    teacher
        .send(refund, "turn", rest.field("turn"), "amount", "39.50")
        .leadsTo(teach(course) + "/students");
    teacher.open(teach(course) + "/students").is(200).says("Ended").saysNot(refund);
  }

  @Test
  void nobodySeesOrGivesBackWhatOthersPaid() {
    CourseView course = academy.course("Silver", 4_900);
    CourseView other = academy.course("Tin", 4_900);
    academy.buy(student, course);
    String refund = refund(course);
    Visitor stranger = Visitor.signedIn(server, academy.somebody("A Stranger"));

    stranger.open("/learn/payments").is(200).saysNot("Silver");
    stranger.open(refund).is(404);
    stranger.send(refund, "turn", "0").is(404);
    for (Visitor one : List.of(stranger, pupil)) {
      one.open(taughtRefund(course)).is(403);
      one.send(taughtRefund(course), "turn", "0", "amount", "49").is(403);
    }
    String elsewhere = taughtRefund(course).replace(teach(course), teach(other));
    teacher.open(elsewhere).is(404);
    teacher.send(elsewhere, "turn", "0", "amount", "49").is(404);
    visitor.open(refund).leadsTo("/login");
    visitor.send(refund, "turn", "0").leadsTo("/login");
    pupil.send(refund, "turn", "x").is(422);

    assertThat(house.payments().refundedOf(academy.charge(student, course)).isZero()).isTrue();
  }

  // Teaching

  @Test
  void aCourseIsPutTogetherWithoutScripts() {
    teacher.open("/teach").is(200);
    teacher
        .send("/teach", "title", " ", "description", "", "price", "1,2,3", "currency", "USD")
        .is(422)
        .says("This does not have the right form.");
    for (String thousand : List.of("1,000", "1.000", "12.345")) {
      teacher
          .send("/teach", "title", "Knots", "description", "", "price", thousand, "currency", "USD")
          .is(422)
          .says("The currency does not have that many decimals.");
    }
    String there =
        teacher
            .send(
                "/teach",
                "title",
                "Knots",
                "description",
                "A\r\nB",
                "price",
                "19,90",
                "currency",
                "EUR")
            .leadsTo("/teach/")
            .location();
    String editor = there.substring(0, there.indexOf('?'));
    teacher.open(there).is(200).says("The course is there.", "Price in EUR");
    assertThat(teacher.open(editor).field("price")).isEqualTo("19.90");

    teacher.send(editor + "/chapters", "title", "First").leadsTo(editor + "?done=chapter_added");
    teacher.send(editor + "/chapters", "title", "Second").leadsTo(editor);
    String chapter = value(teacher.open(editor).is(200), "id=\"chapter-([0-9a-f-]{36})\"");
    teacher
        .send(editor + "/lectures", "title", "Bowline", "chapter", chapter, "isPreview", "on")
        .leadsTo(editor + "?done=lecture_added#lecture-");
    teacher.send(editor + "/lectures", "title", "Hitch", "chapter", chapter).leadsTo(editor);
    Visitor.Shown shown = teacher.open(editor).is(200).says("Bowline", "Hitch", "No video yet");
    String lecture = value(shown, "id=\"lecture-([0-9a-f-]{36})\"");

    teacher.send(editor + "/lectures/" + lecture, "act", "down").leadsTo(editor);
    assertThat(titles(teacher.open(editor))).containsExactly("Hitch", "Bowline");
    teacher
        .send(
            editor + "/lectures/" + lecture,
            "act",
            "save",
            "title",
            "Bowline & more",
            "chapter",
            "",
            "isDraft",
            "on")
        .leadsTo(editor);
    assertThat(titles(teacher.open(editor))).containsExactly("Bowline &amp; more", "Hitch");
    teacher.open(editor).is(200).says("id=\"before\"");
    teacher.send(editor + "/chapters/" + chapter, "act", "down").leadsTo(editor);
    teacher.send(editor + "/chapters/" + chapter, "act", "save", "title", " ").is(422);
    teacher.send(editor + "/chapters/" + chapter, "act", "remove").leadsTo(editor);
    teacher.open(editor).is(200).says("Hitch").saysNot("chapter-" + chapter + "\"");
    teacher.send(editor + "/lectures/" + lecture, "act", "remove").leadsTo(editor);

    teacher
        .send(editor + "/status", "status", "published")
        .leadsTo(editor + "?done=course_published");
    teacher.send(editor + "/status", "status", "gone").is(422);
    teacher.send(editor, "title", "Knots", "description", "", "price", "").leadsTo(editor);
    assertThat(teacher.open(editor).is(200).says("Published").field("price")).isEqualTo("0.00");
    teacher.send(editor + "/remove").leadsTo("/teach?done=course_removed");
    teacher.open(editor).is(404);
  }

  private static List<String> titles(Visitor.Shown editor) {
    return Pattern.compile("<p class=\"entry-name\" dir=\"auto\">([^<]+)</p>")
        .matcher(editor.html())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void theEditorSaysHowVideosAreAndTriesAgain() {
    CourseView course = academy.course("Films", 4_900);
    LectureView ready = academy.lecture(course, "Ready");
    LectureView broken = academy.lecture(course, "Broken");
    academy.film(ready);
    academy.letter(broken);

    Visitor.Shown shown = teacher.open(teach(course)).is(200);
    shown
        .says("data-status=\"completed\"", "Video ready", "data-status=\"failed\"")
        .says("The file is no video, or it is damaged.", "js/teach.js");
    teacher
        .send(
            teach(course) + "/lectures/" + broken.id(), "act", "retry", "file", shown.field("file"))
        .leadsTo(teach(course) + "?done=video_retried");

    teacher
        .open(teach(course))
        .is(200)
        .says("data-status=\"processing\"")
        .saysNot("data-status=\"failed\"");
  }

  @Test
  void theOverviewCountsAndTheCourseWithStudentsStays() {
    CourseView course = academy.course("Counting", 4_900);
    academy.buy(student, course);

    teacher.open("/teach").is(200).says("Counting", "$49.00", teach(course) + "/students");
    teacher.open(teach(course) + "/students").is(200).says("Hypatia of Alexandria", "Enrolled");
    teacher.send(teach(course) + "/remove").is(422);
    teacher.open(teach(course)).is(200);
    academy.turn(course, Course.Status.ARCHIVED);
    pupil.open(learn(course)).is(200);
    visitor.open(page(course)).is(404);
  }

  @Test
  void nobodyTeachesTheCourseOfSomebodyElse() {
    CourseView course = academy.course("Mine", 4_900);
    LectureView lecture = academy.lecture(course, "Secret");
    CourseView before =
        house.stagedoor().courses().get(academy.teacher().actor(), Academy.id(course));

    for (String path : List.of("", "/students")) {
      pupil.open(teach(course) + path).is(403).saysNot("Secret");
    }
    for (String path :
        List.of("", "/status", "/remove", "/chapters", "/lectures", "/lectures/" + lecture.id())) {
      pupil
          .send(teach(course) + path, "title", "Theirs", "act", "remove", "status", "draft")
          .is(403);
      visitor.send(teach(course) + path, "title", "Theirs").leadsTo("/login");
    }

    assertThat(house.stagedoor().courses().get(academy.teacher().actor(), Academy.id(course)))
        .isEqualTo(before);
  }

  // People

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

  // Everywhere

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
