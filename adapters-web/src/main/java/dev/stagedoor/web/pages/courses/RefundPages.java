package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CoursePaymentService;
import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What somebody paid for courses, and how the money goes back: by themselves, or the teacher. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class RefundPages {
  private static final String TEMPLATE = "courses/refund";
  private static final String PAYMENTS = "/learn/payments";
  private static final String AMOUNT = "amount";
  private static final String TURN = "turn";

  private final Pages pages;
  private final CoursePaymentService payments;
  private final CourseEditor editor;

  RefundPages(Pages pages, CoursePaymentService payments, CourseEditor editor) {
    this.pages = pages;
    this.payments = payments;
    this.editor = editor;
  }

  @Get(PAYMENTS)
  HttpResponse<String> mine(Shell shell, PageRequest page) {
    return pages.show(
        shell,
        "courses/payments",
        new CoursePaymentsPage(payments.payments(shell.signedIn(), page)));
  }

  @Get(PAYMENTS + "/{id}/refund")
  HttpResponse<String> ask(Shell shell, @PathVariable UUID id) {
    CoursePaymentView payment = payments.payment(shell.signedIn(), new PaymentId(id));
    return pages.show(shell, TEMPLATE, page(payment, Form.empty()));
  }

  /** Takes all that is left back. */
  @Post(PAYMENTS + "/{id}/refund")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> takeBack(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    CoursePaymentView payment = payments.payment(actor, new PaymentId(id));
    return refund(shell, page(payment, Form.of(fields)), Optional.empty());
  }

  @Get("/teach/{courseId}/payments/{id}/refund")
  HttpResponse<String> askTeacher(Shell shell, @PathVariable UUID courseId, @PathVariable UUID id) {
    CoursePaymentView payment = taught(shell.signedIn(), courseId, id);
    return pages.show(shell, TEMPLATE, taughtPage(payment, filled(payment)));
  }

  /** Gives back as much as the teacher says. */
  @Post("/teach/{courseId}/payments/{id}/refund")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> giveBack(
      Shell shell,
      @PathVariable UUID courseId,
      @PathVariable UUID id,
      @Body Map<String, String> fields) {
    CoursePaymentView payment = taught(shell.signedIn(), courseId, id);
    Form form = Form.of(fields);
    RefundPage page = taughtPage(payment, form);
    Money amount;
    try {
      amount = CourseFields.amount(form, AMOUNT, payment.amount().currency());
    } catch (DomainException refused) {
      return again(shell, page, refused);
    }
    return refund(shell, page, Optional.of(amount));
  }

  private CoursePaymentView taught(Actor actor, UUID course, UUID id) {
    var unused = editor.taught(actor, new CourseId(course));
    CoursePaymentView payment = payments.payment(actor, new PaymentId(id));
    if (!payment.courseId().equals(course)) {
      throw DomainException.notFound();
    }
    return payment;
  }

  private HttpResponse<String> refund(Shell shell, RefundPage page, Optional<Money> amount) {
    PaymentId id = new PaymentId(page.payment().id());
    RefundView refund;
    try {
      refund = payments.refund(shell.actor(), id, amount, "", Optional.of(key(page.form())));
    } catch (DomainException refused) {
      return again(shell, page, refused);
    }
    if (refund.hasFailed()) {
      CoursePaymentView now = payments.payment(shell.actor(), id);
      Form form = page.form().withProblem(shell.text().say("courses.refund.failed_now"));
      return again(shell, new RefundPage(now, page.isTaught(), page.back(), form));
    }
    String done = refund.isUnderWay() ? "refund_under_way" : "refunded";
    return Pages.leadTo(page.back() + "?done=" + done);
  }

  /** Reads which question this answers: one that is answered twice refunds once. */
  private static IdempotencyKey key(Form form) {
    String turn = form.value(TURN);
    if (!turn.matches("[0-9]{1,9}")) {
      throw DomainException.invalid(TURN, "format");
    }
    return new IdempotencyKey("page-" + turn);
  }

  private HttpResponse<String> again(Shell shell, RefundPage page, DomainException refused) {
    Form form = page.form().refused(refused, shell.text());
    return again(shell, new RefundPage(page.payment(), page.isTaught(), page.back(), form));
  }

  private HttpResponse<String> again(Shell shell, RefundPage page) {
    return pages.show(HttpStatus.UNPROCESSABLE_ENTITY, shell, TEMPLATE, page);
  }

  private static RefundPage page(CoursePaymentView payment, Form form) {
    return new RefundPage(payment, false, PAYMENTS, form);
  }

  private static RefundPage taughtPage(CoursePaymentView payment, Form form) {
    return new RefundPage(
        payment, true, CourseEditor.address(payment.courseId()) + "/students", form);
  }

  private static Form filled(CoursePaymentView payment) {
    return Form.empty().with(AMOUNT, Amounts.major(payment.refundable()).toPlainString());
  }
}
