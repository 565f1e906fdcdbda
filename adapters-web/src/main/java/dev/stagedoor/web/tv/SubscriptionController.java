package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.TvSubscriptionService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.web.idempotency.RepeatKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Plans, and the subscription of a subscriber. */
@Controller("/api/v1/subscriptions")
@Tag(name = "Subscription TV")
class SubscriptionController {
  private final PlanService plans;
  private final TvSubscriptionService subscriptions;

  SubscriptionController(PlanService plans, TvSubscriptionService subscriptions) {
    this.plans = plans;
    this.subscriptions = subscriptions;
  }

  /** Lists what is offered, to everybody. */
  @Get("/plans")
  PlansResponse plans(Words words) {
    return PlansResponse.from(plans.offered(), words);
  }

  /** Returns what the caller has, also where it is nothing. */
  @Get("/current")
  SubscriptionResponse current(Actor actor) {
    return SubscriptionResponse.from(subscriptions.current(actor));
  }

  /** Opens a page to subscribe on; the same idempotency key opens the same page. */
  @Post("/checkout")
  CheckoutResponse checkout(
      Actor actor, ProfileChoice as, HttpRequest<?> http, @Body CheckoutRequest request) {
    actor.mustBeSignedIn();
    IdempotencyKey key =
        new IdempotencyKey(
            RepeatKey.in(http).map(RepeatKey::value).orElseGet(() -> "" + UUID.randomUUID()));
    Faults faults = new Faults();
    var price = faults.read(request::price);
    var done = faults.read(request::whenDone);
    var givenUp = faults.read(request::whenGivenUp);
    faults.refuseAny();
    return CheckoutResponse.from(
        subscriptions.checkout(
            actor, as, price.orElseThrow(), done.orElseThrow(), givenUp.orElseThrow(), key));
  }

  /** Opens the page for cards, plans and bills. */
  @Post("/portal")
  PortalResponse portal(Actor actor, ProfileChoice as, @Body PortalRequest request) {
    actor.mustBeSignedIn();
    return new PortalResponse(subscriptions.portal(actor, as, request.comeBack()));
  }

  /** Ends it with what is paid for. Repeatable. */
  @Post("/cancel")
  SubscriptionResponse cancel(Actor actor, ProfileChoice as, Words words) {
    return SubscriptionResponse.from(
        subscriptions.cancel(actor, as), words.say("ui.done.tv_cancelled"));
  }
}
