package dev.stagedoor.application.courses;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.fake.FakePayments;
import dev.stagedoor.domain.fixture.CourseBuilder;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.List;
import java.util.Optional;

/** A course on sale, who teaches it and who wants it. */
final class CourseSale {
  static final Money PRICE = Samples.usd(4_999);
  static final ProviderId OTHER = new ProviderId("other");

  final InMemoryStagedoor house;
  final Actor teacher;
  final EmailAddress address;
  final Actor student;
  final CourseId course;

  /** Sells where a service of its own enrolls. */
  CourseSale() {
    this(InMemoryStagedoor.enrollingElsewhere());
  }

  CourseSale(InMemoryStagedoor house) {
    this.house = house;
    teacher = aUser();
    var buyer = house.aFamily().person();
    address = buyer.email();
    student = buyer.actor();
    course = add(aCourse().published().build());
  }

  /** Makes somebody with an account. */
  Actor aUser() {
    return house.aFamily().actor();
  }

  CourseBuilder aCourse() {
    return CourseBuilder.aCourse().taughtBy(teacher.userId()).at(PRICE);
  }

  CourseId add(Course made) {
    house
        .unitOfWork()
        .run(
            () -> {
              if (!house.courses().courses().add(made)) {
                throw new IllegalStateException("there is one at " + made.slug());
              }
            });
    return made.id();
  }

  void change(CourseId id, Optional<Money> price, Optional<Course.Status> status) {
    house
        .unitOfWork()
        .run(
            () -> {
              Course made = house.courses().courses().lock(id).orElseThrow();
              made.change(
                  Optional.empty(), Optional.empty(), price, status, house.clock().instant());
              house.courses().courses().save(made);
            });
  }

  PurchaseService purchases() {
    return house.stagedoor().purchases();
  }

  CoursePaymentService coursePayments() {
    return house.stagedoor().coursePayments();
  }

  OpenedCheckout pay() {
    return pay(Optional.empty());
  }

  OpenedCheckout pay(Optional<ProviderId> provider) {
    return purchases().pay(student, course, Optional.empty(), provider).checkout().orElseThrow();
  }

  /** The student pays at the provider; nobody tells us. */
  void paid(OpenedCheckout checkout) {
    provider(checkout.charge()).pay(checkout.charge());
  }

  FakePayments provider(ProviderRef charge) {
    return charge.provider().equals(OTHER) ? house.otherPayments() : house.payments();
  }

  /** Returns what was written to the student of courses. */
  List<OutgoingMessage> receipts() {
    return house.mailsTo(address).stream()
        .filter(mail -> mail.content().text().contains("/learn/" + course.value()))
        .toList();
  }

  /** Buys the course, from wanting it to being enrolled. */
  PaymentId bought() {
    OpenedCheckout checkout = pay();
    paid(checkout);
    coursePayments().verify(student, checkout.payment());
    return checkout.payment();
  }

  /** The provider tells that something happened to a charge; only the first one has webhooks. */
  void webhook(ProviderRef charge) {
    house.deliver(
        house.webhooks().delivery(new PaymentEvent.ChargeChanged(charge, Optional.empty())));
  }

  Optional<Enrollment> place() {
    return place(student.userId());
  }

  Optional<Enrollment> place(UserId of) {
    return house
        .unitOfWork()
        .read(() -> house.courses().enrollments().find(course, of))
        .filter(Enrollment::isActive);
  }

  boolean isEnrolled() {
    return place().isPresent();
  }

  List<Purchase> allPurchases() {
    return house.unitOfWork().read(() -> house.courses().purchases().all().toList());
  }

  Purchase purchase() {
    List<Purchase> all = allPurchases();
    return all.get(all.size() - 1);
  }

  List<Payment> payments() {
    return house.allPayments();
  }

  Actor admin() {
    return Actor.user(house.admin().actor().userId(), Role.ADMIN);
  }

  /** How often the desk was asked for something. */
  long asked(String what) {
    return house.wire().count(EnrollmentDesk.class.getSimpleName() + "." + what);
  }
}
