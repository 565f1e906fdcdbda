package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.ResellerService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
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
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The desk of resellers: their credits, and the clients they serve for them. */
@Hidden
@Controller("/reseller")
@Produces(MediaType.TEXT_HTML)
class ResellerPages {
  private static final Map<String, String> FIELDS =
      Map.of("stripePriceId", "plan", "planStripePriceId", "plan", "full_name", "fullName");

  private final Pages pages;
  private final ResellerService resellers;
  private final CreditService credits;
  private final PlanService plans;

  ResellerPages(Pages pages, ResellerService resellers, CreditService credits, PlanService plans) {
    this.pages = pages;
    this.resellers = resellers;
    this.credits = credits;
    this.plans = plans;
  }

  @Get
  HttpResponse<String> desk(
      Shell shell, @QueryValue(defaultValue = "") String search, PageRequest page) {
    return desk(HttpStatus.OK, shell, search.strip(), page, Form.empty());
  }

  @Post("/clients")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> create(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    try {
      ClientView client =
          resellers
              .create(
                  actor,
                  new NewClient(
                      form.value("email").strip(),
                      form.secret("password"),
                      form.value("fullName"),
                      form.value("plan"),
                      Keys.in(form)))
              .client();
      return Pages.leadTo(address(client.id()) + "?done=tv_client_made");
    } catch (DomainException refused) {
      Form told = Refusals.told(form, refused, shell.text(), FIELDS);
      return desk(Refusals.status(refused), shell, "", PageRequest.first(), told);
    }
  }

  @Get("/clients/{id}")
  HttpResponse<String> client(Shell shell, @PathVariable UUID id) {
    return client(HttpStatus.OK, shell, id, Form.empty());
  }

  /** Renews, suspends or resumes a client. */
  @Post("/clients/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> act(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    ClientId client = new ClientId(id);
    Form form = Form.of(fields);
    try {
      String done =
          switch (form.value("act")) {
            case "suspend" -> {
              var unused = resellers.suspend(actor, client);
              yield "tv_client_suspended";
            }
            case "resume" -> {
              var unused = resellers.resume(actor, client);
              yield "tv_client_resumed";
            }
            case "renew" -> {
              Optional<String> plan =
                  Optional.of(form.value("plan")).filter(price -> !price.isBlank());
              var unused = resellers.renew(actor, client, plan, Keys.in(form));
              yield "tv_client_renewed";
            }
            default -> throw DomainException.invalid("act", "choice");
          };
      return Pages.leadTo(address(id) + "?done=" + done);
    } catch (DomainException refused) {
      Form told = Refusals.told(form, refused, shell.text(), FIELDS);
      return client(Refusals.status(refused), shell, id, told);
    }
  }

  @Get("/transactions")
  HttpResponse<String> transactions(
      Shell shell,
      @QueryValue(defaultValue = "") String from,
      @QueryValue(defaultValue = "") String to,
      PageRequest page) {
    Actor actor = shell.signedIn();
    Optional<LocalDate> first = day("from", from);
    Optional<LocalDate> last = day("to", to);
    return pages.show(
        shell,
        "tv/transactions",
        new TransactionsPage(
            credits.list(
                actor,
                first.map(TransactionsPage::begin),
                last.map(day -> TransactionsPage.begin(day.plusDays(1))),
                page),
            first,
            last));
  }

  private HttpResponse<String> desk(
      HttpStatus status, Shell shell, String search, PageRequest page, Form form) {
    Actor actor = shell.signedIn();
    Optional<String> wanted = Optional.of(search).filter(text -> !text.isEmpty());
    return Pages.unkept(
        pages.show(
            status,
            shell,
            "tv/reseller",
            new ResellerPage(
                resellers.dashboard(actor),
                resellers.clients(actor, wanted, page),
                search,
                plans.offered(),
                Keys.next(),
                form)));
  }

  private HttpResponse<String> client(HttpStatus status, Shell shell, UUID id, Form form) {
    Actor actor = shell.signedIn();
    return pages.show(
        status,
        shell,
        "tv/client",
        new ClientPage(
            resellers.client(actor, new ClientId(id)),
            resellers.dashboard(actor).creditsBalance(),
            plans.offered(),
            Keys.next(),
            form));
  }

  static String address(UUID client) {
    return "/reseller/clients/" + client;
  }

  private static Optional<LocalDate> day(String field, String typed) {
    try {
      return Optional.of(typed.strip()).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeException notADay) {
      throw DomainException.invalid(field, "format");
    }
  }
}
