package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ClaimService;
import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.IntegrationService;
import dev.stagedoor.application.liveselling.ShowInvoiceService;
import dev.stagedoor.application.liveselling.ShowItemService;
import dev.stagedoor.application.liveselling.ShowService;
import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows, and the console each is run from. */
@Hidden
@Controller("/shows")
@Produces(MediaType.TEXT_HTML)
class ShowPages {
  private static final int NEWEST = 50;
  private static final int AT_ONCE = PageRequest.MAX_LIMIT;

  private final Pages pages;
  private final Workspaces workspaces;
  private final ShowService shows;
  private final ShowItemService items;
  private final ClaimService claims;
  private final ShowInvoiceService invoices;
  private final IntegrationService integrations;

  ShowPages(
      Pages pages,
      Workspaces workspaces,
      ShowService shows,
      ShowItemService items,
      ClaimService claims,
      ShowInvoiceService invoices,
      IntegrationService integrations) {
    this.pages = pages;
    this.workspaces = workspaces;
    this.shows = shows;
    this.items = items;
    this.claims = claims;
    this.invoices = invoices;
    this.integrations = integrations;
  }

  @Get
  HttpResponse<String> list(Shell shell, HttpRequest<?> request, PageRequest page) {
    Actor actor = shell.signedIn();
    Optional<Chosen> meant = workspaces.meant(actor, request);
    return meant.isEmpty()
        ? WorkspacePages.first(pages, shell, WorkspacePages.SHOWS)
        : show(HttpStatus.OK, shell, meant.get(), Form.empty(), page);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> create(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Chosen chosen = workspaces.mustBeMeant(actor, request);
    Form form = Form.of(fields);
    try {
      ShowView show = shows.create(actor, chosen.named(), form.value("name"), post(form));
      return Pages.leadTo("/shows/" + show.id() + "?tab=items&done=show_planned");
    } catch (DomainException refused) {
      return show(
          Form.status(refused),
          shell,
          chosen,
          form.refused(refused, shell.text()),
          PageRequest.first());
    }
  }

  @Get("/{id}")
  HttpResponse<String> console(
      Shell shell, UUID id, @QueryValue @Nullable String tab, @QueryValue @Nullable Integer line) {
    ShowView show = shows.get(shell.signedIn(), new ShowId(id));
    return console(HttpStatus.OK, shell, show, Optional.ofNullable(tab), line, filled(show));
  }

  /** Changes the name of a show and whose comments count. */
  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(Shell shell, UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    ShowId show = new ShowId(id);
    Form form = Form.of(fields);
    try {
      shows.change(
          actor,
          show,
          Optional.of(form.value("name")),
          Optional.of(form.value("platformPostId").strip()));
      return Pages.leadTo("/shows/" + id + "?done=show_saved");
    } catch (DomainException refused) {
      Form told = form.refused(refused, shell.text());
      return console(
          Form.status(refused), shell, shows.get(actor, show), Optional.empty(), null, told);
    }
  }

  @Post("/{id}/start")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> start(Shell shell, UUID id) {
    Actor actor = shell.signedIn();
    ShowId show = new ShowId(id);
    try {
      shows.start(actor, show);
      return Pages.leadTo("/shows/" + id + "?tab=live&done=show_started");
    } catch (DomainException refused) {
      ShowView planned = shows.get(actor, show);
      Form told = filled(planned).refused(refused, shell.text());
      return console(Form.status(refused), shell, planned, Optional.empty(), null, told);
    }
  }

  @Post("/{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> end(Shell shell, UUID id) {
    shows.end(shell.signedIn(), new ShowId(id));
    return Pages.leadTo("/shows/" + id + "?tab=invoices&done=show_ended");
  }

  private HttpResponse<String> show(
      HttpStatus status, Shell shell, Chosen chosen, Form form, PageRequest page) {
    ShowsPage shown = new ShowsPage(chosen, form, shows.list(shell.actor(), chosen.named(), page));
    return Workspaces.keep(
        pages.show(status, shell, "liveselling/shows", shown), chosen.workspace().id());
  }

  private HttpResponse<String> console(
      HttpStatus status,
      Shell shell,
      ShowView show,
      Optional<String> wanted,
      @Nullable Integer linePage,
      Form form) {
    Actor actor = shell.actor();
    ShowId id = new ShowId(show.id());
    String tab =
        wanted
            .filter(ShowPage.TABS::contains)
            .orElse(show.status().equals("ended") ? "invoices" : "live");
    Page<ClaimView> none = Page.of(List.of(), PageRequest.first(), 0);
    Page<ClaimView> line =
        tab.equals("items")
            ? claims.list(
                actor,
                id,
                Optional.empty(),
                new PageRequest(linePage == null ? 1 : linePage, AT_ONCE))
            : none;
    boolean billing = tab.equals("invoices");
    boolean buying = billing || tab.equals("buyers");
    var buyers = buying ? claims.buyers(actor, id) : List.<BuyerView>of();
    ShowPage page =
        new ShowPage(
            show,
            tab,
            form,
            billing && canInvoice(actor, show),
            tab.equals("live") ? live(actor, id) : List.of(),
            tab.equals("items") ? ItemLines.of(items.list(actor, id), line.items()) : List.of(),
            line,
            billing ? List.of() : buyers,
            billing ? Bill.of(buyers, invoices.list(actor, id)) : List.of());
    return pages.show(status, shell, "liveselling/show", page);
  }

  private List<LiveLine> live(Actor actor, ShowId id) {
    return LiveLine.of(
        claims.comments(actor, id, new PageRequest(1, NEWEST)).items(), all(actor, id), NEWEST);
  }

  private List<ClaimView> all(Actor actor, ShowId id) {
    List<ClaimView> all = new ArrayList<>();
    for (int page = 1; ; page += 1) {
      Page<ClaimView> some =
          claims.list(actor, id, Optional.empty(), new PageRequest(page, AT_ONCE));
      all.addAll(some.items());
      if (some.items().isEmpty() || all.size() >= some.total()) {
        return all;
      }
    }
  }

  private boolean canInvoice(Actor actor, ShowView show) {
    return integrations.list(actor, Optional.of(new WorkspaceId(show.workspaceId()))).stream()
        .anyMatch(
            one ->
                one.kind().equals("payment")
                    && one.status().equals("active")
                    && one.availability().equals("available"));
  }

  private static Form filled(ShowView show) {
    return Form.empty()
        .with("name", show.name())
        .with("platformPostId", show.platformPostId().orElse(""));
  }

  private static Optional<String> post(Form form) {
    return Optional.of(form.value("platformPostId").strip()).filter(text -> !text.isEmpty());
  }
}
