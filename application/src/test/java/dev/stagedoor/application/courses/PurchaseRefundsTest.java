package dev.stagedoor.application.courses;

import static dev.stagedoor.application.courses.CourseSale.PRICE;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the money of a course goes back, and what becomes of the enrollment. */
class PurchaseRefundsTest extends PurchaseScene {
  @Test
  void aWholeRefundEndsTheEnrollmentAndAPartDoesNot() {
    PaymentId payment = sale.bought();

    RefundView part = refund(sale.student, payment, Optional.of(usd(999)));
    assertThat(part.refundedTotal()).isEqualTo(usd(999));
    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.coursePayments().payment(sale.student, payment).status())
        .isEqualTo("partially_refunded");

    RefundView rest = refund(sale.student, payment, Optional.empty());
    assertThat(rest.amount()).isEqualTo(usd(4_000));
    assertThat(sale.isEnrolled()).isFalse();
    assertThat(sale.purchase().status()).isEqualTo(Purchase.Status.REFUNDED);
    assertThat(gatewayError(payment, "refunded")).isEqualTo("REFUNDED");
    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> refund(sale.student, payment, Optional.of(usd(1))));
  }

  @Test
  void afterARefundTheCourseCanBeBoughtAgain() {
    PaymentId first = sale.bought();
    refund(sale.student, first, Optional.empty());

    PaymentId second = sale.bought();

    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.allPurchases()).hasSize(2);
    assertThat(sale.place().orElseThrow().payment()).contains(second);
  }

  @Test
  void thePayerHasTheRefundWindowTheTeacherHasNone() {
    PaymentId payment = sale.bought();
    sale.house.clock().advance(sale.house.settings().courses().refundWindow());
    Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("a-first-part"));
    sale.coursePayments().refund(sale.student, payment, Optional.of(usd(1)), "in time", key);

    sale.house.clock().advance(Duration.ofSeconds(1));
    assertRefused(
        CoursesError.REFUND_WINDOW_OVER, () -> refund(sale.student, payment, Optional.empty()));
    assertThat(
            sale.coursePayments()
                .refund(sale.student, payment, Optional.of(usd(1)), "in time", key)
                .refundedTotal())
        .as("asked again")
        .isEqualTo(usd(1));

    refund(sale.teacher, payment, Optional.of(usd(1)));
    refund(sale.admin(), payment, Optional.empty());
    assertThat(sale.isEnrolled()).isFalse();
  }

  @Test
  void whatWasNotPaidIsNotRefunded() {
    OpenedCheckout checkout = sale.pay();

    assertRefused(
        PaymentError.NOT_REFUNDABLE,
        () -> refund(sale.student, checkout.payment(), Optional.empty()));
  }

  @Test
  void aRefundThatFailsLaterPutsTheEnrollmentBack() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.coursePayments().verify(sale.student, checkout.payment());
    refund(sale.student, checkout.payment(), Optional.empty());
    assertThat(sale.isEnrolled()).isFalse();

    sale.house.payments().failRefunds(checkout.charge());
    sale.webhook(checkout.charge());
    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.purchase().kept()).isEqualTo(PRICE);
    assertThat(sale.house.monitoring().lines())
        .containsSubsequence("refund ok", "refund failed")
        .filteredOn(line -> line.startsWith("enrolled"))
        .hasSize(1);
  }

  @Test
  void aRefundThatFailsPutsTheEnrollmentBackThoughTheAnswerToItsEndWasLost() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.coursePayments().verify(sale.student, checkout.payment());
    sale.house.wire().after("EnrollmentDesk.drop", PurchaseRefundsTest::loseTheAnswer);
    refund(sale.student, checkout.payment(), Optional.empty());
    assertThat(sale.isEnrolled()).isFalse();

    sale.house.payments().failRefunds(checkout.charge());
    sale.webhook(checkout.charge());
    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isTrue();
    assertThat(sale.purchase().due()).isEmpty();
  }

  @Test
  void aRefundEndsTheEnrollmentThoughTheAnswerToItsReturnWasLost() {
    OpenedCheckout checkout = sale.pay();
    sale.paid(checkout);
    sale.coursePayments().verify(sale.student, checkout.payment());
    refund(sale.student, checkout.payment(), Optional.empty());
    sale.house.payments().failRefunds(checkout.charge());
    sale.house.wire().after("EnrollmentDesk.reinstate", PurchaseRefundsTest::loseTheAnswer);
    assertThatThrownBy(() -> verifyAfter(checkout)).isInstanceOf(ProviderException.class);
    assertThat(sale.isEnrolled()).isTrue();

    refund(sale.student, checkout.payment(), Optional.empty());
    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isFalse();
    assertThat(sale.purchase().due()).isEmpty();
  }

  private void verifyAfter(OpenedCheckout checkout) {
    sale.webhook(checkout.charge());
    sale.coursePayments().verify(sale.student, checkout.payment());
  }

  private static void loseTheAnswer() {
    throw new ProviderException(
        new ProviderId("enrollments"), ProviderException.Kind.UNAVAILABLE, "the answer was lost");
  }

  @Test
  void aRefundThatIsMadeIsAnsweredThoughTheStoreIsGoneWhenTheEnrollmentIsToEnd() {
    PaymentId payment = sale.bought();
    sale.house
        .wire()
        .before(
            "EnrollmentDesk.drop",
            () -> {
              throw new StoreUnavailable(new IllegalStateException("made to fail"));
            });

    assertThat(refund(sale.student, payment, Optional.empty()).refundedTotal()).isEqualTo(PRICE);
    sale.house.runJobs();

    assertThat(sale.isEnrolled()).isFalse();
  }

  @Test
  void inOneProcessWhoPaysIsEnrolledAndARefundRevokesTheCertificate() {
    CourseSale here = new CourseSale(new InMemoryStagedoor());
    PaymentId payment = here.bought();
    assertThat(here.isEnrolled()).isTrue();
    EnrollmentView completed =
        here.house
            .stagedoor()
            .progress()
            .learn(here.student, here.course, Progress.ALL, Duration.ofHours(1));
    String number = completed.certificateNumber().orElseThrow();

    here.coursePayments()
        .refund(here.student, payment, Optional.empty(), "asked", Optional.empty());

    assertThat(here.isEnrolled()).isFalse();
    assertThat(here.house.stagedoor().certificates().get(number).revokedAt()).isPresent();
    assertThat(here.asked("complete")).isZero();
  }
}
