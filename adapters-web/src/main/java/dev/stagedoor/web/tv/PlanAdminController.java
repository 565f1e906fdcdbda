package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.tv.PlanId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Plans, kept by admins. Each act is recorded. */
@Controller("/api/v1/admin/plans")
@Tag(name = "Administration")
class PlanAdminController {
  private final PlanService plans;

  PlanAdminController(PlanService plans) {
    this.plans = plans;
  }

  /** Offers a plan. */
  @Post
  @Status(HttpStatus.CREATED)
  PlanResponse offer(Actor actor, Words words, @Body NewPlanRequest request) {
    actor.mustBeAdmin();
    return PlanResponse.from(
        plans.offer(actor, request.price(), request.terms()), words, "ui.done.tv_plan_offered");
  }

  /** Lists every plan, archived ones too. */
  @Get
  PlansResponse list(Actor actor, Words words) {
    return PlansResponse.from(plans.all(actor), words);
  }

  /** Changes what a plan offers, for those who have it too. */
  @Patch("/{id}")
  PlanResponse change(Actor actor, Words words, UUID id, @Body ChangePlanRequest request) {
    actor.mustBeAdmin();
    return PlanResponse.from(
        plans.change(actor, new PlanId(id), request.toCommand()), words, "ui.done.tv_plan_saved");
  }

  /** Archives a plan: it is offered to nobody any more. Repeatable. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void archive(Actor actor, UUID id) {
    plans.archive(actor, new PlanId(id));
  }
}
