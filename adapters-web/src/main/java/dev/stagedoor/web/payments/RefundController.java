package dev.stagedoor.web.payments;

import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.web.idempotency.RepeatKey;
import dev.stagedoor.web.json.DataResponse;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Gives money back, and shows what a person must look at, for admins. */
@Controller("/api/admin/payments")
@Tag(name = "Payments")
class RefundController {
  private final RefundService refunds;

  RefundController(RefundService refunds) {
    this.refunds = refunds;
  }

  /**
   * Refunds part of a payment, or without an amount all that is left. While the provider cannot be
   * asked the refund is recorded, and made later; one {@code Idempotency-Key} refunds once.
   */
  @Post("/{paymentId}/refund")
  DataResponse<RefundResponse> refund(
      Actor actor,
      UUID paymentId,
      @Body Optional<RefundPaymentRequest> request,
      HttpRequest<?> sent) {
    PaymentId payment = new PaymentId(paymentId);
    RefundPaymentRequest wanted = request.orElseGet(RefundPaymentRequest::everything);
    Currency currency = refunds.refundable(actor, payment).currency();
    Optional<Money> amount =
        Optional.ofNullable(wanted.amount()).map(major -> Decimals.read("amount", major, currency));
    String reason = Objects.requireNonNullElse(wanted.reason(), "");
    Optional<IdempotencyKey> key =
        RepeatKey.in(sent).map(RepeatKey::value).map(IdempotencyKey::new);
    return DataResponse.of(
        RefundResponse.from(refunds.refund(actor, payment, amount, reason, key)));
  }

  /** Lists the payments somebody must look at, the oldest first. */
  @Get("/attention")
  DataResponse<List<AttentionResponse>> needingAttention(Actor actor) {
    return DataResponse.of(
        refunds.needingAttention(actor).stream().map(AttentionResponse::from).toList());
  }

  /** Notes that somebody has looked at a payment, as it was in the version that was listed. */
  @Status(HttpStatus.NO_CONTENT)
  @Post("/{paymentId}/looked-at")
  void lookedAt(Actor actor, UUID paymentId, @Body LookedAtRequest request) {
    actor.mustBeAdmin();
    refunds.lookedAt(actor, new PaymentId(paymentId), request.seen());
  }
}
