package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.TvAdminService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
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
import java.util.UUID;

/** Figures of subscription TV, and its plans, for admins. */
@Hidden
@Controller("/admin")
@Produces(MediaType.TEXT_HTML)
class TvAdminPages {
  private static final String PLANS = "/admin/plans";

  private final Pages pages;
  private final TvAdminService admin;
  private final PlanService plans;

  TvAdminPages(Pages pages, TvAdminService admin, PlanService plans) {
    this.pages = pages;
    this.admin = admin;
    this.plans = plans;
  }

  @Get("/tv")
  HttpResponse<String> figures(Shell shell) {
    return pages.show(shell, "tv/admin", admin.figures(shell.signedIn()));
  }

  @Get("/plans")
  HttpResponse<String> plans(Shell shell) {
    return plans(HttpStatus.OK, shell, PlanFields.blank());
  }

  @Post("/plans")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> offer(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    try {
      var unused =
          plans.offer(actor, form.value(PlanFields.PRICE_ID).strip(), PlanFields.terms(form));
      return Pages.leadTo(PLANS + "?done=tv_plan_offered");
    } catch (DomainException refused) {
      return plans(Refusals.status(refused), shell, Refusals.told(form, refused, shell));
    }
  }

  @Get("/plans/{id}")
  HttpResponse<String> plan(Shell shell, @PathVariable UUID id) {
    Plan plan = plan(shell.signedIn(), id);
    return plan(HttpStatus.OK, shell, plan, PlanFields.filled(plan));
  }

  @Post("/plans/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Plan plan = plan(actor, id);
    Form form = Form.of(fields);
    try {
      var unused = plans.change(actor, new PlanId(id), PlanFields.change(form));
      return Pages.leadTo(PLANS + "?done=tv_plan_saved");
    } catch (DomainException refused) {
      return plan(Refusals.status(refused), shell, plan, Refusals.told(form, refused, shell));
    }
  }

  @Post("/plans/{id}/archive")
  @Consumes(MediaType.ALL)
  HttpResponse<String> archive(Shell shell, @PathVariable UUID id) {
    plans.archive(shell.signedIn(), new PlanId(id));
    return Pages.leadTo(PLANS + "?done=tv_plan_archived");
  }

  private Plan plan(Actor actor, UUID id) {
    return plans.all(actor).stream()
        .filter(plan -> plan.id().value().equals(id))
        .findFirst()
        .orElseThrow(DomainException::notFound);
  }

  private HttpResponse<String> plans(HttpStatus status, Shell shell, Form form) {
    return pages.show(
        status, shell, "tv/admin_plans", new AdminPlansPage(plans.all(shell.signedIn()), form));
  }

  private HttpResponse<String> plan(HttpStatus status, Shell shell, Plan plan, Form form) {
    return pages.show(status, shell, "tv/admin_plan", new AdminPlanPage(plan, form));
  }
}
