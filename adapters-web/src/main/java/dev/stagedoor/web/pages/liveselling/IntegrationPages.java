package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.application.liveselling.ConnectPage;
import dev.stagedoor.application.liveselling.ConnectionService;
import dev.stagedoor.application.liveselling.ConnectionTest;
import dev.stagedoor.application.liveselling.IntegrationService;
import dev.stagedoor.application.liveselling.IntegrationView;
import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.web.pages.CurrencyChoice;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.PagePolicy;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.request.HttpSettings;
import dev.stagedoor.web.request.ProviderName;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;

/** The hub of integrations, and the page of each. */
@Hidden
@Controller("/integrations")
@Produces(MediaType.TEXT_HTML)
class IntegrationPages {
  private static final String TEMPLATE = "liveselling/integration";

  private final Pages pages;
  private final Workspaces workspaces;
  private final WorkspaceService plans;
  private final IntegrationService integrations;
  private final ConnectionService connections;
  private final Settings settings;
  private final String policy;

  IntegrationPages(
      Pages pages,
      Workspaces workspaces,
      WorkspaceService plans,
      IntegrationService integrations,
      ConnectionService connections,
      Settings settings,
      HttpSettings http) {
    this.pages = pages;
    this.workspaces = workspaces;
    this.plans = plans;
    this.integrations = integrations;
    this.connections = connections;
    this.settings = settings;
    // The form that asks for leave ends at the provider, wherever that is.
    this.policy = PagePolicy.of(http.pagePolicy()).with("form-action", "https:").toString();
  }

  @Get
  HttpResponse<String> hub(Shell shell, HttpRequest<?> request) {
    Actor actor = shell.signedIn();
    Optional<Chosen> meant = workspaces.meant(actor, request);
    if (meant.isEmpty()) {
      return WorkspacePages.first(pages, shell, WorkspacePages.INTEGRATIONS);
    }
    Chosen chosen = meant.get();
    return Workspaces.keep(
        pages.show(
            shell,
            "liveselling/integrations",
            new HubPage(chosen, integrations.list(actor, chosen.named()))),
        chosen.workspace().id());
  }

  @Get("/{provider}")
  HttpResponse<String> integration(Shell shell, HttpRequest<?> request, String provider) {
    Actor actor = shell.signedIn();
    ProviderId named = ProviderName.in(provider);
    Optional<Chosen> meant = workspaces.meant(actor, request);
    if (meant.isEmpty()) {
      return WorkspacePages.first(pages, shell, WorkspacePages.INTEGRATIONS);
    }
    return show(HttpStatus.OK, shell, meant.get(), named, Form.empty(), Optional.empty());
  }

  /** Connects, or leads to the provider's page on which to give leave. */
  @Post("/{provider}/connect")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> connect(
      Shell shell, HttpRequest<?> request, String provider, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    ProviderId named = ProviderName.in(provider);
    Chosen chosen = workspaces.mustBeMeant(actor, request);
    Form form = Form.of(fields);
    try {
      switch (form.value("method")) {
        case "oauth" -> {
          return Workspaces.keep(
              Pages.leadTo(connections.beginConsent(actor, chosen.named(), named).toString()),
              chosen.workspace().id());
        }
        case "page_token" -> connections.connect(actor, chosen.named(), named, page(form));
        default -> connections.connect(actor, chosen.named(), named, merchant(form));
      }
      return back(chosen, named, "connected");
    } catch (DomainException refused) {
      Form told = refused(form, refused, shell);
      return show(Form.status(refused), shell, chosen, named, told, Optional.empty());
    } catch (ProviderException failed) {
      String code = "PROVIDER_" + failed.kind();
      Form told = form.withProblem(shell.text().say("errors." + code));
      return show(HttpStatus.BAD_GATEWAY, shell, chosen, named, told, Optional.empty());
    }
  }

  /** Asks the provider whether the connection works; what it says stays on the page. */
  @Post("/{provider}/test")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> test(Shell shell, HttpRequest<?> request, String provider) {
    Actor actor = shell.signedIn();
    ProviderId named = ProviderName.in(provider);
    Chosen chosen = workspaces.mustBeMeant(actor, request);
    ConnectionTest test = integrations.test(actor, chosen.named(), named);
    return back(chosen, named, test.isOk() ? "connection_works" : "connection_broken");
  }

  /** Changes how invoices are written. */
  @Post("/{provider}/settings")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(
      Shell shell, HttpRequest<?> request, String provider, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    ProviderId named = ProviderName.in(provider);
    Chosen chosen = workspaces.mustBeMeant(actor, request);
    Form form = Form.of(fields);
    try {
      integrations.change(actor, chosen.named(), named, settings(form));
      return back(chosen, named, "integration_saved");
    } catch (DomainException refused) {
      Form told = form.refused(refused, shell.text());
      return show(Form.status(refused), shell, chosen, named, Form.empty(), Optional.of(told));
    }
  }

  @Post("/{provider}/disconnect")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> disconnect(Shell shell, HttpRequest<?> request, String provider) {
    Actor actor = shell.signedIn();
    ProviderId named = ProviderName.in(provider);
    Chosen chosen = workspaces.mustBeMeant(actor, request);
    integrations.disconnect(actor, chosen.named(), named);
    return back(chosen, named, "disconnected");
  }

  /** Puts the workspace on another plan; for admins. */
  @Post("/{provider}/plan")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> upgrade(
      Shell shell, HttpRequest<?> request, String provider, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    ProviderId named = ProviderName.in(provider);
    Chosen chosen = workspaces.mustBeMeant(actor, request);
    Plan plan = Plan.parse(Form.of(fields).value("plan"));
    plans.change(actor, chosen.id(), Optional.empty(), Optional.empty(), Optional.of(plan));
    return back(chosen, named, "plan_changed");
  }

  private HttpResponse<String> show(
      HttpStatus status,
      Shell shell,
      Chosen chosen,
      ProviderId provider,
      Form connecting,
      Optional<Form> typed) {
    IntegrationView view =
        integrations.list(shell.actor(), chosen.named()).stream()
            .filter(one -> one.provider().equals(provider.value()))
            .findFirst()
            .orElseThrow(DomainException::notFound);
    String webhookUrl = view.webhookPath().map(path -> settings.link(path).toString()).orElse("");
    IntegrationPage page =
        new IntegrationPage(
            chosen, view, webhookUrl, connecting, typed.orElseGet(() -> filled(view)));
    // What was typed may be a key.
    return Workspaces.keep(
        Pages.unkept(pages.show(status, shell, TEMPLATE, page))
            .header("Content-Security-Policy", policy),
        chosen.workspace().id());
  }

  private static HttpResponse<String> back(Chosen chosen, ProviderId provider, String done) {
    return Pages.leadTo("/integrations/" + provider + chosen.query() + "&done=" + done);
  }

  private static Form refused(Form form, DomainException refused, Shell shell) {
    if (refused.code() != LiveSellingError.CREDENTIALS_REFUSED) {
      return form.refused(refused, shell.text());
    }
    String reason = String.valueOf(refused.facts().get("reason"));
    String field =
        reason.equals("wrong_site")
            ? "site"
            : form.values().containsKey("accessToken") ? "accessToken" : "secretKey";
    return form.withFault(
        field,
        shell
            .text()
            .sayIfKnown("liveselling.integration.problem." + reason)
            .orElseGet(() -> shell.text().say("errors.CREDENTIALS_REFUSED")));
  }

  private static Form filled(IntegrationView view) {
    return Form.empty()
        .with(
            "settings.currency",
            view.settings().currency().map(currency -> currency.getCurrencyCode()).orElse(""))
        .with("settings.memoTemplate", view.settings().memoTemplate())
        .with("settings.daysUntilDue", Integer.toString(view.settings().daysUntilDue()));
  }

  private static ConnectMerchant merchant(Form form) {
    return new ConnectMerchant(
        secret(form, "secretKey"),
        given(form, "site"),
        given(form, "publishableKey"),
        given(form, "webhookSecret").map(Secret::of),
        given(form, "displayName"),
        ChangeSettings.none());
  }

  private static ConnectPage page(Form form) {
    Faults faults = new Faults();
    var page = faults.read(() -> given(form, "pageId").orElseThrow(() -> blank("pageId")));
    var token = faults.read(() -> secret(form, "accessToken"));
    faults.refuseAny();
    return new ConnectPage(page.orElseThrow(), token.orElseThrow(), given(form, "displayName"));
  }

  private static ChangeSettings settings(Form form) {
    Faults faults = new Faults();
    var currency = faults.read(() -> CurrencyChoice.in(form, "settings.currency"));
    var days = faults.read(() -> number(form, "settings.daysUntilDue"));
    faults.refuseAny();
    return new ChangeSettings(
        currency.orElseThrow(), Optional.of(form.value("settings.memoTemplate")), days);
  }

  private static int number(Form form, String field) {
    try {
      return Integer.parseInt(form.value(field).strip());
    } catch (NumberFormatException notANumber) {
      throw DomainException.invalid(field, "format");
    }
  }

  private static Secret secret(Form form, String field) {
    return given(form, field).map(Secret::of).orElseThrow(() -> blank(field));
  }

  private static Optional<String> given(Form form, String field) {
    return Optional.of(form.value(field).strip()).filter(text -> !text.isEmpty());
  }

  private static DomainException blank(String field) {
    return DomainException.invalid(field, "blank");
  }
}
