package dev.stagedoor.web.operations;

import dev.stagedoor.application.jobs.JobService;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.application.webhooks.WebhookIntake;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.json.PageResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries and jobs, for admins. */
@Controller("/api/v1/admin")
@Tag(name = "Operations")
class AdminController {
  private final WebhookIntake webhooks;
  private final JobService jobs;

  AdminController(WebhookIntake webhooks, JobService jobs) {
    this.webhooks = webhooks;
    this.jobs = jobs;
  }

  /** Lists deliveries, newest first, all or those of one status: applied, ignored, failed. */
  @Get("/webhooks")
  PageResponse<WebhookResponse> webhooks(
      Actor actor, @QueryValue @Nullable String status, PageRequest page) {
    return PageResponse.from(
        webhooks.list(actor, Optional.ofNullable(status).map(AdminController::status), page),
        WebhookResponse::from);
  }

  /** Applies a stored delivery once more. */
  @Status(HttpStatus.NO_CONTENT)
  @Post("/webhooks/{id}/replay")
  void replay(Actor actor, UUID id) {
    webhooks.replay(actor, id);
  }

  /** Lists jobs, those that failed most often first. */
  @Get("/jobs")
  PageResponse<JobResponse> jobs(
      Actor actor, @QueryValue(defaultValue = "false") boolean failing, PageRequest page) {
    return PageResponse.from(jobs.list(actor, failing, page), JobResponse::from);
  }

  /** Makes a waiting job run now. */
  @Status(HttpStatus.NO_CONTENT)
  @Post("/jobs/{name}/{subject}/run")
  void run(Actor actor, String name, String subject) {
    jobs.runNow(actor, name, subject);
  }

  private static ReceivedWebhook.Status status(String name) {
    try {
      return ReceivedWebhook.Status.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw DomainException.invalid("status", "choice");
    }
  }
}
