package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.CreateMemorial;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.ServicePlan;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The funeral directors' portal: where approval stands, and creating memorials for families. */
@Hidden
@Controller("/director")
@Produces(MediaType.TEXT_HTML)
class DirectorPages {
  private static final String TEMPLATE = "memorials/director";

  private final Pages pages;
  private final DirectorService directors;
  private final MemorialService memorials;

  DirectorPages(Pages pages, DirectorService directors, MemorialService memorials) {
    this.pages = pages;
    this.directors = directors;
    this.memorials = memorials;
  }

  @Get
  HttpResponse<String> portal(Shell shell, PageRequest page) {
    return show(HttpStatus.OK, shell, Form.empty(), page);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> create(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    try {
      directors.createMemorial(
          actor,
          new CreateMemorial(
              form.value("lovedOneName"),
              form.email("familyEmail"),
              form.person("familyName"),
              form.phone("familyPhone"),
              ServicePlan.empty(),
              shell.language()));
      return Pages.leadTo("/director?done=memorial_created");
    } catch (DomainException refused) {
      return show(
          HttpStatus.UNPROCESSABLE_ENTITY,
          shell,
          form.refused(refused, shell.text()),
          PageRequest.first());
    }
  }

  private HttpResponse<String> show(HttpStatus status, Shell shell, Form form, PageRequest page) {
    Actor actor = shell.signedIn();
    FuneralDirector.Status approval =
        directors.status(actor).orElseThrow(DomainException::notAllowed);
    return pages.show(
        status, shell, TEMPLATE, new DirectorPage(approval, form, memorials.mine(actor, page)));
  }
}
