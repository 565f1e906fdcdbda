package dev.stagedoor.application.courses;

import static dev.stagedoor.application.courses.CourseSale.OTHER;
import static dev.stagedoor.application.courses.CourseSale.PRICE;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a course is bought, and paid once. */
class PurchaseServiceTest extends PurchaseScene {
  @Test
  void whoPaysIsEnrolledOnceVerified() {
    OpenedCheckout checkout = sale.pay();
    assertThat(checkout.amount()).isEqualTo(PRICE);
    assertThat(sale.isEnrolled()).isFalse();

    sale.paid(checkout);
    EnrollmentView enrollment = sale.coursePayments().verify(sale.student, checkout.payment());

    assertThat(enrollment.status()).isEqualTo("active");
    assertThat(enrollment.paymentId()).contains(checkout.payment().value());
    assertThat(sale.coursePayments().verify(sale.student, checkout.payment()))
        .isEqualTo(enrollment);
    assertThat(sale.asked("complete")).isEqualTo(1);
    assertThat(sale.house.monitoring().lines())
        .containsExactly("payment ok", "call of course-service ok", "enrolled after PT0S");
    assertThat(sale.receipts())
        .singleElement()
        .satisfies(mail -> assertThat(mail.content().text()).contains("$49.99"));
  }

  @Test
  void aWebhookAloneEnrolls() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);

    sale.webhook(checkout.charge());
    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isTrue();
  }

  @Test
  void theReconcilerAloneEnrolls() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);

    sale.house.later(Duration.ofMinutes(15));

    assertThat(sale.isEnrolled()).isTrue();
  }

  @Test
  void askingToPayAgainGivesTheSameCharge() {
    OpenedCheckout first = sale.pay();

    assertThat(sale.pay()).isEqualTo(first);
    assertThat(sale.allPurchases()).hasSize(1);
  }

  @Test
  void anotherPriceGivesTheOldChargeUp() {
    OpenedCheckout first = sale.pay();
    sale.change(sale.course, Optional.of(usd(7_500)), Optional.empty());

    OpenedCheckout second = sale.pay();

    assertThat(second.amount()).isEqualTo(usd(7_500));
    assertThat(sale.house.payment(first.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(sale.allPurchases()).hasSize(1);
  }

  @Test
  void anotherProviderGivesTheOldChargeUpAndNoneNamedKeepsIt() {
    OpenedCheckout first = sale.pay();

    OpenedCheckout second = sale.pay(Optional.of(OTHER));

    assertThat(second.charge().provider()).isEqualTo(OTHER);
    assertThat(sale.house.payment(first.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(sale.pay()).isEqualTo(second);
  }

  @Test
  void ofTwoChargesThatAreBothPaidTheSecondGoesBackByItself() {
    sale.house.payments().cannotCancel();
    OpenedCheckout first = sale.pay();
    OpenedCheckout second = sale.pay(Optional.of(OTHER));
    sale.paid(second);
    sale.coursePayments().verify(sale.student, second.payment());

    sale.paid(first);
    sale.webhook(first.charge());
    sale.house.later(Duration.ofMinutes(5));
    sale.house.later(Duration.ofMinutes(5));

    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.house.payments().refundedOf(first.charge())).isEqualTo(PRICE);
    assertThat(sale.house.otherPayments().refundedOf(second.charge())).isEqualTo(usd(0));
    assertThat(sale.purchase().kept()).isEqualTo(PRICE);
    assertThat(sale.purchase().payment()).contains(second.payment());
  }

  @Test
  void whatTheBankHasIsWaitedFor() {
    OpenedCheckout first = sale.pay();
    sale.house.payments().startPaying(first.charge());
    sale.webhook(first.charge());

    assertRefused(PaymentError.PAYMENT_IN_PROGRESS, sale::pay);
    assertRefused(PaymentError.PAYMENT_IN_PROGRESS, () -> sale.pay(Optional.of(OTHER)));
    assertThat(gatewayError(first.payment(), "pending")).isEqualTo("WITH_THE_BANK");
  }

  @Test
  void onlyThePriceOfTheServerIsTaken() {
    assertRefused(
        PaymentError.AMOUNT_MISMATCH,
        () ->
            sale.purchases().pay(sale.student, sale.course, Optional.of(usd(1)), Optional.empty()));
    assertThat(sale.payments()).isEmpty();
    assertThat(sale.allPurchases()).isEmpty();
    assertThat(
            sale.purchases()
                .pay(sale.student, sale.course, Optional.of(PRICE), Optional.empty())
                .amount())
        .isEqualTo(PRICE);
  }

  @Test
  void whatIsBoughtIsNotBoughtAgain() {
    sale.bought();

    assertRefused(CoursesError.ALREADY_ENROLLED, sale::pay);
  }

  @Test
  void whatIsPaidIsNotBoughtAgainThoughNobodyToldUs() {
    OpenedCheckout first = sale.pay();
    sale.paid(first);
    sale.change(sale.course, Optional.of(usd(7_500)), Optional.empty());

    assertRefused(CoursesError.ALREADY_ENROLLED, sale::pay);

    sale.house.runJobs();
    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.payments()).hasSize(1);
  }

  @Test
  void onlyWhatIsOnSaleIsSoldAndDraftsAreKnownToNobodyElse() {
    sale.change(sale.course, Optional.empty(), Optional.of(Course.Status.DRAFT));

    assertRefused(CommonError.NOT_FOUND, sale::pay);
    assertRefused(
        CoursesError.COURSE_NOT_ON_SALE,
        () -> sale.purchases().pay(sale.teacher, sale.course, Optional.empty(), Optional.empty()));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () ->
            sale.purchases().pay(Actor.visitor(), sale.course, Optional.empty(), Optional.empty()));
  }

  @Test
  void aProviderWhoDoesNotTakeTheCurrencyIsRefusedBeforeAnythingIsGivenUp() {
    var inRupees = sale.add(sale.aCourse().at(Money.of(5_000, "INR")).published().build());

    assertRefused(
        PaymentError.CURRENCY_NOT_SUPPORTED,
        () ->
            sale.purchases()
                .pay(
                    sale.student, inRupees, Optional.empty(), Optional.of(new ProviderId("fake"))));
  }

  @Test
  void aDeclinedPaymentIsSaidSoInPlainWordsAndCanBeTriedAgain() {
    OpenedCheckout checkout = sale.pay();
    sale.house.payments().decline(checkout.charge(), "card_declined");

    assertThat(gatewayError(checkout.payment(), "failed")).isEqualTo("CARD_DECLINED");
    assertThat(sale.coursePayments().payment(sale.student, checkout.payment()).status())
        .isEqualTo("failed");

    sale.paid(checkout);
    assertThat(sale.coursePayments().verify(sale.student, checkout.payment()).status())
        .isEqualTo("active");
    assertThat(sale.house.monitoring().lines()).startsWith("payment failed", "payment ok");
  }

  @Test
  void anUnpaidPaymentIsPendingAndOneGivenUpIsNot() {
    OpenedCheckout checkout = sale.pay();
    assertThat(gatewayError(checkout.payment(), "pending")).isEqualTo("NOT_PAID_YET");

    sale.house.payments().expire(checkout.charge());
    assertThat(gatewayError(checkout.payment(), "failed")).isEqualTo("CANCELLED");
  }

  @Test
  void aPaymentIsItsPayersTheTeachersAndAdmins() {
    PaymentId payment = sale.bought();

    for (Actor one : new Actor[] {sale.student, sale.teacher, sale.admin()}) {
      assertThat(sale.coursePayments().payment(one, payment).status()).isEqualTo("completed");
    }
    Actor stranger = sale.aUser();
    assertRefused(CommonError.NOT_FOUND, () -> sale.coursePayments().payment(stranger, payment));
    assertRefused(CommonError.NOT_FOUND, () -> sale.coursePayments().verify(stranger, payment));
    assertRefused(CommonError.NOT_FOUND, () -> refund(stranger, payment, Optional.empty()));
    assertRefused(
        CommonError.NOT_ALLOWED, () -> sale.coursePayments().verify(sale.teacher, payment));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> sale.coursePayments().payment(Actor.visitor(), payment));
    assertThat(sale.coursePayments().payments(sale.student, new PageRequest(1, 10)).items())
        .singleElement()
        .isEqualTo(sale.coursePayments().payment(sale.student, payment));
    assertThat(sale.coursePayments().payments(stranger, new PageRequest(1, 10)).items()).isEmpty();
    assertThat(sale.coursePayments().payments(sale.teacher, sale.course, List.of(payment)))
        .containsExactly(sale.coursePayments().payment(sale.teacher, payment));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> sale.coursePayments().payments(stranger, sale.course, List.of(payment)));
  }

  @Test
  void aDeskThatIsNotThereIsAskedAgainByTheJob() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.house
        .wire()
        .before(
            "EnrollmentDesk.complete",
            () -> {
              throw new ProviderException(
                  new ProviderId("enrollments"),
                  ProviderException.Kind.UNAVAILABLE,
                  "made to fail");
            });

    assertThatThrownBy(() -> sale.coursePayments().verify(sale.student, checkout.payment()))
        .isInstanceOf(ProviderException.class);
    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isTrue();
  }

  @Test
  void aCrashAfterTheDeskDidItEnrollsOnce() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.house.wire().after("EnrollmentDesk.complete", sale.house::crash);
    assertThatThrownBy(() -> sale.coursePayments().verify(sale.student, checkout.payment()))
        .isInstanceOf(InMemoryUnitOfWork.Crash.class);
    sale.house.restart();

    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.purchase().due()).isEmpty();
  }

  @Test
  void aPurchaseWhoseJobWasLostIsFound() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.webhook(checkout.charge());
    sale.house.jobs().forgetAll();
    sale.house.runJobs();
    assertThat(sale.isEnrolled()).isFalse();

    sale.house.later(Duration.ofMinutes(1));
    sale.house.later(Duration.ofMinutes(1));

    assertThat(sale.isEnrolled()).isTrue();
  }

  @Test
  void lessThanThePriceDoesNotEnroll() {
    OpenedCheckout checkout = sale.pay();
    sale.house.payments().pay(checkout.charge(), usd(100));

    assertThat(gatewayError(checkout.payment(), "incomplete")).isEqualTo("PAID_LESS");
    assertThat(sale.isEnrolled()).isFalse();
    assertThat(sale.purchase().kept()).isEqualTo(usd(100));
  }

  @Test
  void whoEnrollsInWhatIsFreeByNowPaysNothingForIt() {
    CourseSale here = new CourseSale(new InMemoryStagedoor());
    OpenedCheckout open = here.pay();
    here.change(here.course, Optional.of(usd(0)), Optional.empty());

    OpenedPurchase opened =
        here.purchases().pay(here.student, here.course, Optional.empty(), Optional.empty());

    assertThat(opened.enrollment().orElseThrow().status()).isEqualTo("active");
    assertThat(here.house.payment(open.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void aCourseThatCostsNothingEnrollsAtOnceAndOnce() {
    CourseSale here = new CourseSale(new InMemoryStagedoor());
    CourseId free = here.add(here.aCourse().free().published().build());

    OpenedPurchase opened =
        here.purchases().pay(here.student, free, Optional.empty(), Optional.empty());

    assertThat(opened.checkout()).isEmpty();
    assertThat(opened.enrollment().orElseThrow().status()).isEqualTo("active");
    assertThat(here.payments()).isEmpty();
    assertRefused(
        CoursesError.ALREADY_ENROLLED,
        () -> here.purchases().pay(here.student, free, Optional.empty(), Optional.empty()));
  }
}
