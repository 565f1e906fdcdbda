package dev.stagedoor.web.pages.admin;

import dev.stagedoor.application.jobs.JobService;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.application.webhooks.WebhookIntake;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of admins. Replaying what could not be applied is left to them. */
@Hidden
@Controller("/admin")
@Produces(MediaType.TEXT_HTML)
class AdminPages {
  private static final PageRequest WAITING = new PageRequest(1, 100);

  private final Pages pages;
  private final DirectorService directors;
  private final MemorialService memorials;
  private final WebhookIntake webhooks;
  private final JobService jobs;

  AdminPages(
      Pages pages,
      DirectorService directors,
      MemorialService memorials,
      WebhookIntake webhooks,
      JobService jobs) {
    this.pages = pages;
    this.directors = directors;
    this.memorials = memorials;
    this.webhooks = webhooks;
    this.jobs = jobs;
  }

  @Get
  HttpResponse<String> overview(
      Shell shell, @QueryValue(defaultValue = "") String search, PageRequest page) {
    Actor actor = shell.signedIn();
    return pages.show(
        shell,
        "admin/overview",
        new OverviewPage(
            directors.list(actor, Optional.of(FuneralDirector.Status.PENDING), WAITING),
            directors.list(actor, Optional.empty(), WAITING),
            memorials.all(actor, search.strip(), page),
            search.strip()));
  }

  @Post("/funeral-directors/{user}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> decide(
      Shell shell, @PathVariable UUID user, @Body Map<String, String> fields) {
    directors.decide(shell.signedIn(), new UserId(user), decision(fields));
    return Pages.leadTo("/admin?done=director_decided");
  }

  @Get("/webhooks")
  HttpResponse<String> webhooks(
      Shell shell, @QueryValue(defaultValue = "") String status, PageRequest page) {
    return pages.show(
        shell,
        "admin/webhooks",
        new WebhooksPage(webhooks.list(shell.signedIn(), status(status), page), status));
  }

  @Post("/webhooks/{id}/replay")
  @Consumes(MediaType.ALL)
  HttpResponse<String> replay(Shell shell, @PathVariable UUID id) {
    webhooks.replay(shell.signedIn(), id);
    return Pages.leadTo("/admin/webhooks?done=webhook_replayed");
  }

  @Get("/jobs")
  HttpResponse<String> jobs(
      Shell shell, @QueryValue(defaultValue = "false") boolean failing, PageRequest page) {
    return pages.show(
        shell, "admin/jobs", new JobsPage(jobs.list(shell.signedIn(), failing, page), failing));
  }

  @Post("/jobs")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> runJob(Shell shell, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    jobs.runNow(shell.signedIn(), form.value("name"), form.value("subject"));
    return Pages.leadTo("/admin/jobs?done=job_running");
  }

  private static FuneralDirector.Status decision(Map<String, String> fields) {
    String wanted = Form.of(fields).value("decision");
    return Arrays.stream(FuneralDirector.Status.values())
        .filter(status -> status.code().equals(wanted))
        .findFirst()
        .orElseThrow(() -> DomainException.invalid("decision", "choice"));
  }

  private static Optional<ReceivedWebhook.Status> status(String code) {
    return Arrays.stream(ReceivedWebhook.Status.values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst();
  }
}
