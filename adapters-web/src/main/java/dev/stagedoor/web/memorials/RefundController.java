package dev.stagedoor.web.memorials;

import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.PaymentId;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** Gives money back, for admins. */
@Controller("/api/admin/payments")
@Tag(name = "Memorials")
class RefundController {
  private final RefundService refunds;

  RefundController(RefundService refunds) {
    this.refunds = refunds;
  }

  /** Refunds part of a payment, or without an amount all that is left. */
  @Post("/{paymentId}/refund")
  DataResponse<RefundResponse> refund(
      Actor actor, UUID paymentId, @Body Optional<RefundPaymentRequest> request) {
    PaymentId payment = new PaymentId(paymentId);
    RefundPaymentRequest wanted = request.orElseGet(RefundPaymentRequest::everything);
    Optional<Money> amount =
        Sent.amount(wanted.amount(), refunds.refundable(actor, payment).currency());
    return DataResponse.of(
        RefundResponse.from(refunds.refund(actor, payment, amount, Sent.text(wanted.reason()))));
  }
}
