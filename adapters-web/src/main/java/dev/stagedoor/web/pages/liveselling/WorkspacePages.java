package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.pages.CurrencyChoice;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Opening a workspace, without which there is nothing to sell from. */
@Hidden
@Controller("/shows/workspace")
@Produces(MediaType.TEXT_HTML)
class WorkspacePages {
  static final String TEMPLATE = "liveselling/workspace";
  static final String SHOWS = "/shows";
  static final String INTEGRATIONS = "/integrations";

  private final Pages pages;
  private final WorkspaceService workspaces;

  WorkspacePages(Pages pages, WorkspaceService workspaces) {
    this.pages = pages;
    this.workspaces = workspaces;
  }

  @Get
  HttpResponse<String> form(Shell shell) {
    shell.signedIn();
    return first(pages, shell, SHOWS);
  }

  /** Shows the form to somebody who wants another page and has no workspace yet. */
  static HttpResponse<String> first(Pages pages, Shell shell, String next) {
    return pages.show(
        shell, TEMPLATE, new OpenWorkspacePage(Form.empty().with("currency", "USD"), next));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> open(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    String next = form.value("next").equals(INTEGRATIONS) ? INTEGRATIONS : SHOWS;
    try {
      WorkspaceView workspace =
          workspaces.create(actor, form.value("name"), CurrencyChoice.in(form, "currency"));
      return Workspaces.keep(Pages.leadTo(next + "?done=workspace_opened"), workspace.id());
    } catch (DomainException refused) {
      return pages.show(
          Form.status(refused),
          shell,
          TEMPLATE,
          new OpenWorkspacePage(form.refused(refused, shell.text()), next));
    }
  }
}
