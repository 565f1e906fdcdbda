package dev.stagedoor.application.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.Optional;

/** A student who buys a course. */
abstract class PurchaseScene {
  final CourseSale sale = new CourseSale();

  RefundView refund(Actor by, PaymentId payment, Optional<Money> amount) {
    return sale.coursePayments().refund(by, payment, amount, "asked", Optional.empty());
  }

  String gatewayError(PaymentId payment, String status) {
    Throwable thrown = catchThrowable(() -> sale.coursePayments().verify(sale.student, payment));
    assertThat(thrown).isInstanceOf(DomainException.class);
    DomainException refused = (DomainException) thrown;
    assertThat(refused.code()).isEqualTo(CoursesError.PAYMENT_NOT_VERIFIED);
    assertThat(refused.facts()).containsEntry("paymentStatus", status);
    return String.valueOf(refused.facts().get("gatewayError"));
  }
}
