package dev.stagedoor.web.pages.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Refusal;
import dev.stagedoor.domain.subscriptions.SubscriptionError;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.pages.Texts;
import io.micronaut.http.HttpStatus;
import java.util.Map;

/** Tells in a form why it was refused: limits and PINs are mended by whoever reads it. */
final class Refusals {
  private Refusals() {}

  static Form told(Form form, DomainException refused, Shell shell) {
    return told(form, refused, shell.text(), Map.of());
  }

  /** Tells faults of fields by the names they have in the form. */
  static Form told(
      Form form, DomainException refused, Texts text, Map<String, String> fieldsByFault) {
    if (!refused.faults().isEmpty()) {
      return form.refused(
          DomainException.invalid(
              refused.faults().stream().map(fault -> renamed(fault, fieldsByFault)).toList()),
          text);
    }
    return isTold(refused.code())
        ? form.withProblem(text.say("errors." + refused.code().name()))
        : form.refused(refused, text);
  }

  static HttpStatus status(DomainException refused) {
    return refused.code().refusal() == Refusal.NOT_ALLOWED
        ? HttpStatus.FORBIDDEN
        : Form.status(refused);
  }

  private static boolean isTold(ErrorCode code) {
    return code instanceof TvError || code instanceof SubscriptionError;
  }

  private static Fault renamed(Fault fault, Map<String, String> fieldsByFault) {
    return fault.named(fieldsByFault.getOrDefault(fault.field(), fault.field()));
  }
}
