package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.payments.SandboxPayments;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.regex.Pattern;

/** What buyers and their banks do. */
@Controller("/sandbox/payments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaymentControls {
  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

  private final SandboxPayments payments;

  PaymentControls(Sandbox sandbox) {
    this.payments = sandbox.payments();
  }

  @Get
  PaymentsResponse list(@QueryValue(defaultValue = "50") int limit) {
    return PaymentsResponse.from(payments.newest(Limit.of(limit)));
  }

  @Post("/{id}/confirm")
  ConfirmationResponse confirm(@PathVariable String id, @Body ConfirmRequest request) {
    return ConfirmationResponse.from(payments.confirm(charge(id), request.card()));
  }

  @Post("/{id}/settle")
  ConfirmationResponse settle(@PathVariable String id, @Body SettleRequest request) {
    if ("succeeded".equals(request.outcome())) {
      return ConfirmationResponse.from(payments.succeed(charge(id)));
    }
    if ("expired".equals(request.outcome())) {
      return ConfirmationResponse.from(payments.expire(charge(id)));
    }
    if (!"declined".equals(request.outcome())) {
      throw ControlRefusal.invalid("outcome", "The outcome is succeeded, declined or expired.");
    }
    String code = Optional.ofNullable(request.code()).orElse("card_declined");
    if (!CODE.matcher(code).matches()) {
      throw ControlRefusal.invalid("code", "A code has small letters, digits and underscores.");
    }
    return ConfirmationResponse.from(payments.fail(charge(id), code));
  }

  private static ProviderRef charge(String id) {
    if (id.isBlank()) {
      throw ControlRefusal.notFound("The sandbox has no such payment.");
    }
    return new ProviderRef(SandboxLine.ID, id);
  }
}
