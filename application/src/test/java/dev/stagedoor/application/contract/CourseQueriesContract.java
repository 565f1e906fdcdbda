package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.CourseBuilder.aCourse;
import static dev.stagedoor.domain.fixture.CourseSamples.aCertificate;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchase;
import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aRefundId;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.PaidCourse;
import dev.stagedoor.application.courses.ProfileView;
import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.CoursesContract;
import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Profile;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.fixture.PaymentBuilder;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every read side of courses must do. */
public interface CourseQueriesContract extends CoursesContract {
  PageRequest EVERYTHING = new PageRequest(1, 1000);

  CourseQueries queries();

  AccountRepository accounts();

  PaymentRepository payments();

  @Override
  default UserId anAccountOnFile() {
    return anAccountOnFile("Ada", "Lovelace");
  }

  private UserId anAccountOnFile(String first, String last) {
    Account account = anAccount().called(first, last).active().build();
    run(() -> accounts().save(account));
    return account.id();
  }

  @Test
  default void whatIsUnknownIsAbsent() {
    UserId nobody = aUserId();
    onFile(aCourse().taughtBy(anAccountOnFile()).published());

    assertThat(write(() -> queries().course(aCourseId()))).isEmpty();
    assertThat(write(() -> queries().course(CourseSlug.of("unheard of", 1)))).isEmpty();
    assertThat(write(() -> queries().teaching(nobody, EVERYTHING)).items()).isEmpty();
    assertThat(write(() -> queries().enrollments(nobody, EVERYTHING)).items()).isEmpty();
    assertThat(write(() -> queries().enrollment(aCourseId(), nobody))).isEmpty();
    assertThat(write(() -> queries().students(aCourseId(), EVERYTHING)).items()).isEmpty();
    assertThat(write(() -> queries().profile(nobody, Optional.empty()))).isEmpty();
    assertThat(write(() -> queries().payments(nobody, EVERYTHING)).items()).isEmpty();
  }

  @Test
  default void aCourseShowsWhatIsStored() {
    UserId teacher = anAccountOnFile("Zoë", "");
    Course draft = onFile(aCourse().taughtBy(teacher).free());
    Course course =
        onFile(
            aCourse()
                .taughtBy(teacher)
                .called("\"Light\" नमस्ते")
                .at(Money.of(5_000, "JPY"))
                .publishedAt(NOW.plusSeconds(3)));
    aLectureOnFile(course.id());
    aLectureOnFile(course.id());
    aLectureOnFile(draft.id());
    run(
        () -> {
          Curriculum curriculum = stores().curricula().of(course.id());
          curriculum.addLecture(
              aLectureId(), Optional.empty(), "Soon", Optional.empty(), true, true);
          stores().curricula().save(curriculum);
        });
    enroll(course.id(), anAccountOnFile(), place -> place.grantFree(NOW));
    enroll(course.id(), anAccountOnFile(), CourseQueriesContract::complete);
    enroll(course.id(), anAccountOnFile(), CourseQueriesContract::drop);
    CourseView expected =
        new CourseView(
            course.id().value(),
            course.slug().value(),
            "\"Light\" नमस्ते",
            "From the first sketch to the frame.",
            Money.of(5_000, "JPY"),
            "published",
            teacher.value(),
            "Zoë",
            2,
            2,
            Optional.of(NOW.plusSeconds(3)),
            NOW,
            NOW.plusSeconds(3));

    assertThat(write(() -> queries().course(course.id()))).contains(expected);
    assertThat(write(() -> queries().course(course.slug()))).contains(expected);
    assertThat(search("नमस्ते")).contains(course.id().value());
    CourseView drafted = write(() -> queries().course(draft.id())).orElseThrow();
    assertThat(drafted.status()).isEqualTo("draft");
    assertThat(drafted.publishedAt()).isEmpty();
    assertThat(drafted.enrollmentCount()).isZero();
    assertThat(drafted.lectureCount()).isEqualTo(1);
  }

  @Test
  default void publishedCoursesComeNewestFirstAndNoOthers() {
    UserId teacher = anAccountOnFile();
    UUID older = published("Older", "", teacher, NOW);
    UUID newer = published("Newer", "", teacher, NOW.plusSeconds(2));
    UUID middle = published("Middle", "", teacher, NOW.plusSeconds(1));
    UUID draft = onFile(aCourse().taughtBy(teacher)).id().value();
    UUID archived = onFile(aCourse().taughtBy(teacher).published().archived()).id().value();

    assertThat(write(() -> queries().published(Optional.empty(), EVERYTHING)).items())
        .extracting(CourseView::id)
        .containsSubsequence(newer, middle, older)
        .doesNotContain(draft, archived);
  }

  @Test
  default void wordsAreFoundFromTheirBeginningInAnyCaseWhereverTheyStand() {
    String word = aWord();
    String name = "É" + aWord();
    UserId teacher = anAccountOnFile("Ada", name);
    UUID inTitle = published("Node." + word + "s, light", "", anAccountOnFile(), NOW);
    UUID inText = published("Other", "About:Ü" + word + "!", anAccountOnFile(), NOW);
    UUID byName = published("Other", "", teacher, NOW);

    assertThat(search(word.toUpperCase(Locale.ROOT))).containsExactly(inTitle);
    assertThat(search("  light, " + word + " ")).containsExactly(inTitle);
    assertThat(search("node " + word)).containsExactly(inTitle);
    assertThat(search("ü" + word)).containsExactly(inText);
    assertThat(search(name)).containsExactly(byName);
    assertThat(search(name.toLowerCase(Locale.ROOT) + " oth ada")).containsExactly(byName);
    assertThat(search("x" + word)).isEmpty();
    assertThat(search(word + " unheard")).isEmpty();
    assertThat(search("' " + word + " \\ ' | :* & ! %")).containsExactly(inTitle);
  }

  @Test
  default void aSearchWithoutWordsIsNone() {
    UUID course = published("Light", "", anAccountOnFile(), NOW);

    assertThat(search(" ")).contains(course);
    assertThat(search("...")).contains(course);
    assertThat(search("\0 \ud83d \ufffd")).contains(course);
  }

  @Test
  default void thoseWhoseTitleFitsBestComeFirstThenTheNewest() {
    String one = aWord();
    String two = aWord();
    UUID both = published(one + " and " + two, "", anAccountOnFile(), NOW);
    UUID older = published(one, two, anAccountOnFile(), NOW.plusSeconds(1));
    UUID newer = published(two, one, anAccountOnFile(), NOW.plusSeconds(2));
    UUID neither = published("Light", one + " " + two, anAccountOnFile(), NOW.plusSeconds(3));

    assertThat(search(one + " " + two)).containsExactly(both, newer, older, neither);
  }

  @Test
  default void aSearchFindsWhatACourseSaysNow() {
    String before = aWord();
    String after = aWord();
    Course course = onFile(aCourse().taughtBy(anAccountOnFile()).called(before).published());
    run(
        () -> {
          Course locked = stores().courses().lock(course.id()).orElseThrow();
          locked.change(
              Optional.of(after), Optional.empty(), Optional.empty(), Optional.empty(), NOW);
          stores().courses().save(locked);
        });

    assertThat(search(before)).isEmpty();
    assertThat(search(after)).containsExactly(course.id().value());
  }

  @Test
  default void coursesComeByThePage() {
    String word = aWord();
    UserId teacher = anAccountOnFile();
    UUID oldest = published(word, "", teacher, NOW);
    published(word, "", teacher, NOW.plusSeconds(1));
    published(word, "", teacher, NOW.plusSeconds(2));

    Page<CourseView> found =
        write(() -> queries().published(Optional.of(word), new PageRequest(2, 2)));
    Page<CourseFigures> taught = write(() -> queries().teaching(teacher, new PageRequest(2, 2)));

    assertThat(found.items()).extracting(CourseView::id).containsExactly(oldest);
    assertThat(found.total()).isEqualTo(3);
    assertThat(taught.items()).hasSize(1);
    assertThat(taught.total()).isEqualTo(3);
  }

  @Test
  default void aTeacherSeesHowEveryCourseDoesNewestFirst() {
    UserId teacher = anAccountOnFile();
    Course older = onFile(aCourse().taughtBy(teacher).published());
    Course newer = onFile(aCourse().taughtBy(teacher).begunAt(NOW.plusSeconds(1)));
    CourseId others = aCourseOnFile();
    enroll(older.id(), anAccountOnFile(), place -> place.grantFree(NOW));
    enroll(older.id(), anAccountOnFile(), CourseQueriesContract::complete);
    enroll(older.id(), anAccountOnFile(), CourseQueriesContract::drop);
    enroll(others, anAccountOnFile(), CourseQueriesContract::complete);
    PaymentBuilder half = paying(older.id(), anAccountOnFile()).paid();
    onFile(half.refund(aRefundId(), usd(1_999), new RefundOutcome.Succeeded(aRef())));
    onFile(
        paying(older.id(), anAccountOnFile())
            .paid()
            .refund(aRefundId(), usd(4_999), new RefundOutcome.Failed("closed", Optional.empty())));
    onFile(paying(older.id(), anAccountOnFile()).awaitingPayer());
    onFile(paying(others, anAccountOnFile()).paid());
    onFile(aPayment().paid());

    List<CourseFigures> taught = write(() -> queries().teaching(teacher, EVERYTHING)).items();

    assertThat(taught)
        .extracting(one -> one.course().id())
        .containsExactly(newer.id().value(), older.id().value());
    assertThat(taught.get(0))
        .isEqualTo(new CourseFigures(taught.get(0).course(), 0, 0, usd(0), usd(0)));
    assertThat(taught.get(1))
        .isEqualTo(new CourseFigures(taught.get(1).course(), 2, 1, usd(9_998), usd(1_999)));
    assertThat(taught.get(1).course())
        .isEqualTo(write(() -> queries().course(older.id())).orElseThrow());
  }

  @Test
  default void whatWasTakenInAnotherCurrencyIsNotAmongTheFigures() {
    UserId teacher = anAccountOnFile();
    Course course = onFile(aCourse().taughtBy(teacher).published());
    onFile(paying(course.id(), anAccountOnFile()).paid());
    onFile(
        paying(course.id(), anAccountOnFile())
            .awaitingPayer()
            .then(
                payment ->
                    payment.learn(
                        new ChargeOutcome.Succeeded(Money.of(7_000, "EUR")), NOW.plusSeconds(1)))
            .refund(aRefundId(), Money.of(2_000, "EUR"), new RefundOutcome.Succeeded(aRef())));

    CourseFigures figures = write(() -> queries().teaching(teacher, EVERYTHING)).items().get(0);

    assertThat(figures.taken()).isEqualTo(usd(4_999));
    assertThat(figures.refunded()).isEqualTo(usd(0));
  }

  @Test
  default void anEnrollmentShowsWhatIsStored() {
    UserId student = anAccountOnFile("Grace", "Hopper");
    Course course = onFile(aCourse().taughtBy(anAccountOnFile()).published());
    PaymentId payment = aPaymentId();
    Enrollment enrollment =
        enroll(
            course.id(),
            student,
            place -> {
              place.grant(payment, NOW.plusSeconds(1));
              place.learn(Progress.ALL, Duration.ofMillis(61_500), NOW.plusSeconds(2));
            });
    Certificate revoked = aCertificate(enrollment.id(), course.id()).revoke(NOW.plusSeconds(3));
    Certificate current = aCertificate(enrollment.id(), course.id());
    run(
        () -> {
          stores().certificates().save(revoked);
          stores().certificates().save(current);
        });
    EnrollmentView expected =
        new EnrollmentView(
            enrollment.id().value(),
            course.id().value(),
            course.slug().value(),
            "Painting with light",
            student.value(),
            "Grace Hopper",
            "completed",
            Progress.ALL,
            Duration.ofMillis(61_500),
            Optional.of(payment.value()),
            NOW.plusSeconds(1),
            Optional.of(NOW.plusSeconds(2)),
            Optional.empty(),
            Optional.of(current.number().value()));

    assertThat(write(() -> queries().enrollment(course.id(), student))).contains(expected);
    assertThat(enrollments(student)).containsExactly(expected);
    assertThat(write(() -> queries().students(course.id(), EVERYTHING)).items())
        .containsExactly(expected);

    run(() -> stores().certificates().save(current.revoke(NOW)));
    assertThat(enrollments(student).get(0).certificateNumber()).isEmpty();
  }

  @Test
  default void whoIsOrWasEnrolledComesNewestFirstAndAPlaceNobodyTookDoesNot() {
    UserId student = anAccountOnFile();
    Course first = onFile(aCourse().taughtBy(anAccountOnFile()));
    Course second = onFile(aCourse().taughtBy(anAccountOnFile()));
    Course third = onFile(aCourse().taughtBy(anAccountOnFile()));
    UserId other = anAccountOnFile();
    UUID newer =
        enroll(first.id(), student, place -> place.grantFree(NOW.plusSeconds(5))).id().value();
    UUID older = enroll(second.id(), student, CourseQueriesContract::drop).id().value();
    UUID others =
        enroll(first.id(), other, place -> place.grantFree(NOW.plusSeconds(6))).id().value();
    enroll(third.id(), student, place -> place.withdraw(aPaymentId(), NOW));

    assertThat(enrollments(student)).extracting(EnrollmentView::id).containsExactly(newer, older);
    assertThat(enrollments(student).get(1).droppedAt()).isPresent();
    assertThat(write(() -> queries().students(first.id(), EVERYTHING)).items())
        .extracting(EnrollmentView::id)
        .containsExactly(others, newer);
    assertThat(write(() -> queries().students(third.id(), EVERYTHING)).items()).isEmpty();
    assertThat(write(() -> queries().enrollment(third.id(), student))).isEmpty();
    assertThat(write(() -> queries().enrollment(second.id(), student))).isPresent();
    Page<EnrollmentView> page = write(() -> queries().enrollments(student, new PageRequest(2, 1)));
    assertThat(page.items()).extracting(EnrollmentView::id).containsExactly(older);
    assertThat(page.total()).isEqualTo(2);
  }

  @Test
  default void aProfileShowsWhatSomebodyToldAndSells() {
    UserId teacher = anAccountOnFile("Grace", "Hopper");
    URI picture = URI.create("https://img.example.org/grace.png");
    run(
        () ->
            stores()
                .profiles()
                .save(new Profile(teacher, "Admiral", "Sails.", Optional.of(picture))));
    UUID older = published("Older", "", teacher, NOW);
    UUID newer = published("Newer", "", teacher, NOW.plusSeconds(1));
    onFile(aCourse().taughtBy(teacher));

    ProfileView profile = profile(teacher, Optional.empty());

    assertThat(profile.id()).isEqualTo(teacher.value());
    assertThat(profile.displayName()).isEqualTo("Grace Hopper");
    assertThat(profile.headline()).isEqualTo("Admiral");
    assertThat(profile.bio()).isEqualTo("Sails.");
    assertThat(profile.pictureUrl()).contains(picture);
    assertThat(profile.courses()).extracting(CourseView::id).containsExactly(newer, older);
    assertThat(profile(anAccountOnFile(), Optional.empty()))
        .extracting(ProfileView::headline, ProfileView::bio, ProfileView::pictureUrl)
        .containsExactly("", "", Optional.empty());
  }

  @Test
  default void followersAreCountedOnceAndUntilTheyLeave() {
    UserId teacher = anAccountOnFile();
    UserId fan = anAccountOnFile();
    UserId other = anAccountOnFile();
    run(
        () -> {
          stores().profiles().follow(fan, teacher);
          stores().profiles().follow(fan, teacher);
          stores().profiles().follow(other, teacher);
          stores().profiles().follow(teacher, other);
        });

    assertThat(profile(teacher, Optional.of(fan)))
        .extracting(ProfileView::followers, ProfileView::following, ProfileView::isFollowed)
        .containsExactly(2L, 1L, true);
    assertThat(profile(teacher, Optional.empty()).isFollowed()).isFalse();
    assertThat(profile(fan, Optional.of(teacher)))
        .extracting(ProfileView::followers, ProfileView::following, ProfileView::isFollowed)
        .containsExactly(0L, 1L, false);

    run(
        () -> {
          stores().profiles().unfollow(fan, teacher);
          stores().profiles().unfollow(fan, teacher);
        });
    assertThat(profile(teacher, Optional.of(fan)))
        .extracting(ProfileView::followers, ProfileView::isFollowed)
        .containsExactly(1L, false);
  }

  @Test
  default void aPayersPaymentsAreThoseForCoursesNewestFirst() {
    UserId payer = anAccountOnFile();
    Course first = onFile(aCourse().taughtBy(anAccountOnFile()).called("First"));
    Payment older = onFile(paying(first.id(), payer));
    Payment newer = onFile(paying(aCourseOnFile(), payer).openedAt(NOW.plusSeconds(1)).paid());
    onFile(paying(aCourseOnFile(), anAccountOnFile()));
    onFile(aPayment().by(payer));

    assertThat(write(() -> queries().payments(payer, EVERYTHING)).items())
        .extracting(PaidCourse::payment)
        .containsExactly(newer.id(), older.id());
    Page<PaidCourse> page = write(() -> queries().payments(payer, new PageRequest(2, 1)));
    assertThat(page.items())
        .containsExactly(
            new PaidCourse(older.id(), first.id().value(), first.slug().value(), "First"));
    assertThat(page.total()).isEqualTo(2);
  }

  @Test
  default void ofSomePaymentsThoseForACourseAreFound() {
    Course course = onFile(aCourse().taughtBy(anAccountOnFile()));
    Payment wanted = onFile(paying(course.id(), anAccountOnFile()));
    Payment another = onFile(paying(course.id(), anAccountOnFile()));
    Payment elsewhere = onFile(paying(aCourseOnFile(), anAccountOnFile()));
    Payment noCourse = onFile(aPayment().by(anAccountOnFile()));
    List<PaymentId> asked =
        List.of(elsewhere.id(), wanted.id(), noCourse.id(), aPaymentId(), wanted.id());

    assertThat(write(() -> queries().payments(course.id(), asked)))
        .containsExactly(
            new PaidCourse(
                wanted.id(), course.id().value(), course.slug().value(), course.title()));
    assertThat(write(() -> queries().payments(course.id(), List.of(another.id(), wanted.id()))))
        .extracting(PaidCourse::payment)
        .containsExactlyInAnyOrder(wanted.id(), another.id());
    assertThat(write(() -> queries().payments(course.id(), List.of()))).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    UserId user = aUserId();

    assertNeedsUnitOfWork(() -> queries().published(Optional.empty(), EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().course(aCourseId()));
    assertNeedsUnitOfWork(() -> queries().course(CourseSlug.of("light", 1)));
    assertNeedsUnitOfWork(() -> queries().teaching(user, EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().enrollments(user, EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().enrollment(aCourseId(), user));
    assertNeedsUnitOfWork(() -> queries().students(aCourseId(), EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().profile(user, Optional.empty()));
    assertNeedsUnitOfWork(() -> queries().payments(user, EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().payments(aCourseId(), List.of(aPaymentId())));
  }

  private static void complete(Enrollment place) {
    place.grantFree(NOW);
    place.learn(Progress.ALL, Duration.ofHours(1), NOW);
  }

  private static void drop(Enrollment place) {
    PaymentId payment = aPaymentId();
    place.grant(payment, NOW);
    place.withdraw(payment, NOW.plusSeconds(1));
  }

  /** A payment of 49.99 for a course, whose purchase is on file. */
  private PaymentBuilder paying(CourseId course, UserId payer) {
    Purchase purchase = write(() -> stores().purchases().lockOpen(aPurchase(course, payer)));
    return aPayment().forSubject(Purchase.subject(purchase.id())).by(payer).of(usd(4_999));
  }

  private Payment onFile(PaymentBuilder wanted) {
    Payment payment = wanted.build();
    run(() -> payments().save(payment));
    return payment;
  }

  private UUID published(String title, String description, UserId teacher, Instant at) {
    return onFile(
            aCourse().taughtBy(teacher).called(title).about(description).begunAt(at).published())
        .id()
        .value();
  }

  private List<UUID> search(String words) {
    return write(() -> queries().published(Optional.of(words), EVERYTHING)).items().stream()
        .map(CourseView::id)
        .toList();
  }

  private List<EnrollmentView> enrollments(UserId student) {
    return write(() -> queries().enrollments(student, EVERYTHING)).items();
  }

  private ProfileView profile(UserId user, Optional<UserId> viewer) {
    return write(() -> queries().profile(user, viewer)).orElseThrow();
  }

  /** A word that nobody has written yet. */
  private static String aWord() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }
}
