package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Next;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.pages.accounts.Entrance;
import dev.stagedoor.web.pages.accounts.SignInPage;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registering as somebody who learns or teaches; it leads back to where one came from. */
@Hidden
@Controller("/register/student")
@Produces(MediaType.TEXT_HTML)
class StudentPages {
  private static final String TEMPLATE = "courses/register";
  private static final String COURSES = "/courses";

  private final Pages pages;
  private final RegistrationService registrations;
  private final SignInLimits limits;
  private final Entrance entrance;

  StudentPages(
      Pages pages, RegistrationService registrations, SignInLimits limits, Entrance entrance) {
    this.pages = pages;
    this.registrations = registrations;
    this.limits = limits;
    this.entrance = entrance;
  }

  @Get
  HttpResponse<String> form(Shell shell, @QueryValue @Nullable String next) {
    return pages.show(
        shell, TEMPLATE, new SignInPage(Form.empty(), Next.read(next).orElse(COURSES)));
  }

  @Post
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> register(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    String next = Next.read(form.value("next")).orElse(COURSES);
    try {
      limits.countAddress(request);
      NewAccount account = form.newAccount(shell.language());
      return entrance.letIn(registrations.register(account), next, request);
    } catch (DomainException refused) {
      return Pages.unkept(
          pages.show(
              Form.status(refused),
              shell,
              TEMPLATE,
              new SignInPage(form.refused(refused, shell.text()), next)));
    }
  }
}
