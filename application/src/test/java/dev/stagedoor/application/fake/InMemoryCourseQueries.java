package dev.stagedoor.application.fake;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.PaidCourse;
import dev.stagedoor.application.courses.ProfileView;
import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.Profile;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.fake.InMemoryCourses;
import dev.stagedoor.domain.fake.InMemoryPaymentRepository;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Words;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks through what the repositories of courses keep in memory. */
public final class InMemoryCourseQueries implements CourseQueries {
  private static final Comparator<Course> NEWEST_PUBLISHED =
      Comparator.comparing((Course course) -> course.publishedAt().orElseThrow())
          .thenComparing(course -> course.id().value().toString())
          .reversed();

  private final InMemoryCourses kept;
  private final InMemoryPaymentRepository payments;
  private final AccountRepository accounts;

  public InMemoryCourseQueries(
      InMemoryCourses kept, InMemoryPaymentRepository payments, AccountRepository accounts) {
    this.kept = kept;
    this.payments = payments;
    this.accounts = accounts;
  }

  @Override
  public Page<CourseView> published(Optional<String> search, PageRequest page) {
    Set<String> wanted = search.map(Words::of).orElse(Set.of());
    return Pages.of(
        sold()
            .filter(course -> found(wanted, textOf(course)) == wanted.size())
            .sorted(
                Comparator.comparing((Course course) -> -found(wanted, course.title()))
                    .thenComparing(NEWEST_PUBLISHED))
            .map(this::view)
            .toList(),
        page);
  }

  private String textOf(Course course) {
    return course.title() + " " + course.description() + " " + nameOf(course.teacher());
  }

  private static long found(Set<String> wanted, String text) {
    Set<String> words = Words.of(text);
    return wanted.stream()
        .filter(one -> words.stream().anyMatch(word -> word.startsWith(one)))
        .count();
  }

  @Override
  public Optional<CourseView> course(CourseId id) {
    return kept.courses().find(id).map(this::view);
  }

  @Override
  public Optional<CourseView> course(CourseSlug slug) {
    return kept.courses()
        .all()
        .filter(course -> course.slug().equals(slug))
        .findFirst()
        .map(this::view);
  }

  @Override
  public Page<CourseFigures> teaching(UserId teacher, PageRequest page) {
    return Pages.of(
        kept.courses()
            .all()
            .filter(course -> course.teacher().equals(teacher))
            .sorted(
                Comparator.comparing(Course::createdAt)
                    .thenComparing(course -> course.id().value().toString())
                    .reversed())
            .map(this::figures)
            .toList(),
        page);
  }

  private CourseFigures figures(Course course) {
    return new CourseFigures(
        view(course),
        enrolled(course.id()).count(),
        enrolled(course.id()).filter(one -> one.status() == Enrollment.Status.COMPLETED).count(),
        sum(course, Payment::captured),
        sum(course, Payment::refunded));
  }

  private Money sum(Course course, Function<Payment, Money> what) {
    return payments
        .all()
        .filter(payment -> purchaseOf(payment).filter(one -> isOf(one, course.id())).isPresent())
        .map(what)
        .filter(amount -> amount.currency().equals(course.price().currency()))
        .reduce(Money.zero(course.price().currency()), Money::plus);
  }

  private static boolean isOf(Purchase purchase, CourseId course) {
    return purchase.course().equals(course);
  }

  private Optional<Purchase> purchaseOf(Payment payment) {
    Optional<PurchaseId> id = Purchase.of(payment.subject());
    return id.flatMap(kept.purchases()::find);
  }

  @Override
  public Page<EnrollmentView> enrollments(UserId student, PageRequest page) {
    return list(one -> one.student().equals(student), page);
  }

  @Override
  public Optional<EnrollmentView> enrollment(CourseId course, UserId student) {
    return kept.enrollments().find(course, student).filter(Enrollment::wasTaken).map(this::view);
  }

  @Override
  public Page<EnrollmentView> students(CourseId course, PageRequest page) {
    return list(one -> one.course().equals(course), page);
  }

  private Page<EnrollmentView> list(Predicate<Enrollment> which, PageRequest page) {
    return Pages.of(
        kept.enrollments()
            .all()
            .filter(which)
            .filter(Enrollment::wasTaken)
            .sorted(
                Comparator.comparing(Enrollment::enrolledAt)
                    .thenComparing(one -> one.id().value().toString())
                    .reversed())
            .map(this::view)
            .toList(),
        page);
  }

  @Override
  public Optional<ProfileView> profile(UserId user, Optional<UserId> viewer) {
    return accounts.find(user).map(account -> profile(account, kept.profiles().find(user), viewer));
  }

  private ProfileView profile(Account account, Optional<Profile> told, Optional<UserId> viewer) {
    UserId user = account.id();
    Profile profile = told.orElse(Profile.blank(user));
    return new ProfileView(
        user.value(),
        account.name().display(),
        profile.headline(),
        profile.bio(),
        profile.picture(),
        kept.profiles().follows().filter(one -> one.followed().equals(user)).count(),
        kept.profiles().follows().filter(one -> one.follower().equals(user)).count(),
        kept.profiles()
            .follows()
            .filter(one -> one.followed().equals(user))
            .anyMatch(one -> viewer.filter(one.follower()::equals).isPresent()),
        sold()
            .filter(course -> course.teacher().equals(user))
            .sorted(NEWEST_PUBLISHED)
            .map(this::view)
            .toList());
  }

  @Override
  public Page<PaidCourse> payments(UserId payer, PageRequest page) {
    return Pages.of(
        paid(payment -> payment.payer().equals(payer))
            .sorted(
                Comparator.comparing(Payment::createdAt)
                    .thenComparing(payment -> payment.id().value().toString())
                    .reversed())
            .map(this::courseOf)
            .toList(),
        page);
  }

  @Override
  public List<PaidCourse> payments(CourseId course, Collection<PaymentId> wanted) {
    return paid(payment -> wanted.contains(payment.id()))
        .map(this::courseOf)
        .filter(one -> one.courseId().equals(course.value()))
        .toList();
  }

  private Stream<Payment> paid(Predicate<Payment> which) {
    return payments.all().filter(which).filter(payment -> purchaseOf(payment).isPresent());
  }

  private PaidCourse courseOf(Payment payment) {
    Course course =
        purchaseOf(payment).map(Purchase::course).flatMap(kept.courses()::find).orElseThrow();
    return new PaidCourse(payment.id(), course.id().value(), course.slug().value(), course.title());
  }

  private Stream<Course> sold() {
    return kept.courses().all().filter(course -> course.status() == Course.Status.PUBLISHED);
  }

  private Stream<Enrollment> enrolled(CourseId course) {
    return kept.enrollments().all().filter(one -> one.course().equals(course) && one.isActive());
  }

  private String nameOf(UserId user) {
    return accounts.find(user).orElseThrow().name().display();
  }

  private CourseView view(Course course) {
    return new CourseView(
        course.id().value(),
        course.slug().value(),
        course.title(),
        course.description(),
        course.price(),
        course.status().code(),
        course.teacher().value(),
        nameOf(course.teacher()),
        enrolled(course.id()).count(),
        kept.curricula().of(course.id()).lectures().stream()
            .filter(Predicate.not(Lecture::isDraft))
            .count(),
        course.publishedAt(),
        course.createdAt(),
        course.updatedAt());
  }

  private EnrollmentView view(Enrollment enrollment) {
    Course course = kept.courses().find(enrollment.course()).orElseThrow();
    return new EnrollmentView(
        enrollment.id().value(),
        course.id().value(),
        course.slug().value(),
        course.title(),
        enrollment.student().value(),
        nameOf(enrollment.student()),
        enrollment.status().code(),
        enrollment.progress(),
        enrollment.watched(),
        enrollment.payment().map(PaymentId::value),
        enrollment.enrolledAt(),
        enrollment.completedAt(),
        enrollment.droppedAt(),
        kept.certificates().current(enrollment.id()).map(one -> one.number().value()));
  }
}
