package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CoursePaymentService;
import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.PurchaseService;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.web.idempotency.RepeatKey;
import dev.stagedoor.web.json.DataPageResponse;
import dev.stagedoor.web.json.DataResponse;
import dev.stagedoor.web.json.Sent;
import dev.stagedoor.web.payments.RefundPaymentRequest;
import dev.stagedoor.web.payments.RefundResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** Buys courses, and gives the money back. */
@Controller
@Tag(name = "Courses")
class CoursePaymentController {
  private final PurchaseService purchases;
  private final CoursePaymentService payments;
  private final CourseService courses;
  private final Translations translations;

  CoursePaymentController(
      PurchaseService purchases,
      CoursePaymentService payments,
      CourseService courses,
      Translations translations) {
    this.purchases = purchases;
    this.payments = payments;
    this.courses = courses;
    this.translations = translations;
  }

  /**
   * Prepares the payment of a course. Asking again gives the same charge as long as price and
   * payment method are the same; a course that costs nothing enrolls at once.
   */
  @Post(uris = {"/api/payment/payments", "/payments"})
  @Status(HttpStatus.CREATED)
  DataResponse<BoughtCourseResponse> pay(Actor actor, @Body BuyCourseRequest request) {
    actor.mustBeSignedIn();
    Faults faults = new Faults();
    var course = faults.read(request::course);
    var provider = faults.read(request::provider);
    faults.refuseAny();
    Currency currency = courses.get(actor, course.orElseThrow()).price().currency();
    return DataResponse.of(
        BoughtCourseResponse.from(
            purchases.pay(
                actor, course.orElseThrow(), request.claimed(currency), provider.orElseThrow())));
  }

  /** Lists the caller's payments for courses, the newest first. */
  @Get(uris = {"/api/payment/payments", "/payments"})
  DataPageResponse<CoursePaymentResponse> mine(Actor actor, Language language, PageRequest page) {
    actor.mustBeSignedIn();
    return DataPageResponse.from(
        payments.payments(actor, page),
        payment -> CoursePaymentResponse.from(payment, translations, language));
  }

  /** Returns a payment to its payer, the teacher and admins. */
  @Get(uris = {"/api/payment/payments/{id}", "/payments/{id}"})
  DataResponse<CoursePaymentResponse> get(Actor actor, Language language, UUID id) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        CoursePaymentResponse.from(
            payments.payment(actor, new PaymentId(id)), translations, language));
  }

  /**
   * Asks the provider what became of a payment, and enrolls when it was paid. What the browser was
   * told decides nothing.
   */
  @Post(uris = {"/api/payment/payments/{id}/verify", "/payments/{id}/verify"})
  DataResponse<VerifiedResponse> verify(Actor actor, UUID id, @Body Optional<VerifyRequest> told) {
    actor.mustBeSignedIn();
    return DataResponse.of(VerifiedResponse.of(payments.verify(actor, new PaymentId(id))));
  }

  /**
   * Gives back part of a payment, or without an amount all that is left, which ends the enrollment.
   * One {@code Idempotency-Key} refunds once.
   */
  @Post(uris = {"/api/payment/payments/{id}/refund", "/payments/{id}/refund"})
  DataResponse<RefundResponse> refund(
      Actor actor, UUID id, @Body Optional<RefundPaymentRequest> request, HttpRequest<?> sent) {
    actor.mustBeSignedIn();
    PaymentId payment = new PaymentId(id);
    RefundPaymentRequest wanted = request.orElseGet(RefundPaymentRequest::everything);
    Currency currency = payments.payment(actor, payment).amount().currency();
    Optional<IdempotencyKey> key =
        RepeatKey.in(sent).map(RepeatKey::value).map(IdempotencyKey::new);
    return DataResponse.of(
        RefundResponse.from(
            payments.refund(
                actor,
                payment,
                Sent.amount(wanted.amount(), currency),
                Sent.text(wanted.reason()),
                key)));
  }
}
