package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.web.idempotency.RepeatKey;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Credits of resellers, for admins. */
@Controller("/api/v1/admin/credits")
@Tag(name = "Administration")
class CreditAdminController {
  private final CreditService credits;

  CreditAdminController(CreditService credits) {
    this.credits = credits;
  }

  /** Gives an account credits; one key gives them once. */
  @Post("/add")
  TransactionResponse add(
      Actor actor, HttpRequest<?> http, Words words, @Body MoveCreditsRequest request) {
    actor.mustBeAdmin();
    return TransactionResponse.from(
        credits.add(
            actor,
            request.account(),
            request.credits(),
            Sent.text(request.description()),
            RepeatKey.in(http).map(RepeatKey::value)),
        words.say("ui.done.tv_credits_added"));
  }

  /** Takes credits back; one key takes them once. */
  @Post("/deduct")
  TransactionResponse deduct(
      Actor actor, HttpRequest<?> http, Words words, @Body MoveCreditsRequest request) {
    actor.mustBeAdmin();
    return TransactionResponse.from(
        credits.deduct(
            actor,
            request.account(),
            request.credits(),
            Sent.text(request.description()),
            RepeatKey.in(http).map(RepeatKey::value)),
        words.say("ui.done.tv_credits_deducted"));
  }
}
