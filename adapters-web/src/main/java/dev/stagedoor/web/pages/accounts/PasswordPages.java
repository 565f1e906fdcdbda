package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
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

/** Setting a password: by an invitation, or because it was forgotten. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@NoProof
class PasswordPages {
  private static final String FORGOT = "accounts/forgot";
  private static final String RESET = "accounts/reset";
  private static final String INVITATION = "accounts/invitation";
  private static final String TOKEN = "token";

  private final Pages pages;
  private final AccountLinkService links;
  private final SignInLimits limits;
  private final Entrance entrance;

  PasswordPages(Pages pages, AccountLinkService links, SignInLimits limits, Entrance entrance) {
    this.pages = pages;
    this.links = links;
    this.limits = limits;
    this.entrance = entrance;
  }

  @Get("/password/forgot")
  HttpResponse<String> forgotForm(Shell shell) {
    return pages.show(shell, FORGOT, Form.empty());
  }

  @Post("/password/forgot")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> forgot(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    try {
      EmailAddress email = form.email("email");
      limits.count(request, email);
      links.forgot(email);
      return Pages.leadTo("/password/forgot?done=reset_mailed");
    } catch (DomainException refused) {
      return again(shell, FORGOT, form, refused);
    }
  }

  @Get("/password/reset")
  HttpResponse<String> resetForm(Shell shell, @QueryValue(defaultValue = "") String token) {
    return Pages.unkept(pages.show(shell, RESET, Form.empty().with(TOKEN, token)));
  }

  @Post("/password/reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> reset(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    try {
      limits.attempt(
          request,
          () -> {
            links.reset(form.secret(TOKEN), form.secret("password"));
            return true;
          });
      return Pages.leadTo("/login?done=password_changed");
    } catch (DomainException refused) {
      return again(shell, RESET, form, refused);
    }
  }

  @Get("/invitation")
  HttpResponse<String> invitation(Shell shell, @QueryValue(defaultValue = "") String token) {
    return Pages.unkept(pages.show(shell, INVITATION, Form.empty().with(TOKEN, token)));
  }

  @Post("/invitation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> accept(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    try {
      SignedIn signedIn =
          limits.attempt(
              request, () -> links.acceptInvitation(form.secret(TOKEN), form.secret("password")));
      return entrance.letIn(
          signedIn, entrance.homeOf(signedIn.account()) + "?done=welcome", request);
    } catch (DomainException refused) {
      return again(shell, INVITATION, form, refused);
    }
  }

  private HttpResponse<String> again(
      Shell shell, String template, Form form, DomainException refused) {
    return Pages.unkept(
        pages.show(Form.status(refused), shell, template, form.refused(refused, shell.text())));
  }
}
